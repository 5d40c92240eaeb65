namespace MicroConvQA.Reporting.Allure;

/// <summary>One test of the report, as its <c>*-result.json</c> is written; times in milliseconds since 1970.</summary>
/// <remarks>The format: https://allurereport.org/docs/how-it-works-test-result-file/.</remarks>
internal sealed record AllureResult
{
    public required string Uuid { get; init; }

    public required string HistoryId { get; init; }

    public required string TestCaseId { get; init; }

    public required string FullName { get; init; }

    public required string Name { get; init; }

    public required AllureStatus Status { get; init; }

    public AllureStatusDetails? StatusDetails { get; init; }

    public string Stage { get; init; } = "finished";

    public required long Start { get; init; }

    public required long Stop { get; init; }

    public string? DescriptionHtml { get; init; }

    public required IReadOnlyList<AllureLabel> Labels { get; init; }

    public required IReadOnlyList<AllureParameter> Parameters { get; init; }

    public IReadOnlyList<AllureStep> Steps { get; init; } = [];

    public IReadOnlyList<AllureAttachment> Attachments { get; init; } = [];
}

/// <summary>A label of an Allure result: epic, feature, story, severity, owner, tag …</summary>
internal sealed record AllureLabel(string Name, string Value);

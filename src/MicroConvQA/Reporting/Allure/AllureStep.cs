namespace MicroConvQA.Reporting.Allure;

/// <summary>A step of an Allure result; times in milliseconds since 1970.</summary>
internal sealed record AllureStep
{
    public required string Name { get; init; }

    public required AllureStatus Status { get; init; }

    public AllureStatusDetails? StatusDetails { get; init; }

    public required long Start { get; init; }

    public required long Stop { get; init; }

    public IReadOnlyList<AllureParameter> Parameters { get; init; } = [];

    public IReadOnlyList<AllureStep> Steps { get; init; } = [];

    public IReadOnlyList<AllureAttachment> Attachments { get; init; } = [];
}

/// <summary>The statuses of an Allure result; <c>failed</c> is wrong tracking, <c>broken</c> is that we could not tell.</summary>
internal enum AllureStatus
{
    Passed,
    Skipped,
    Broken,
    Failed,
}

/// <summary>Why a result has its status.</summary>
internal sealed record AllureStatusDetails
{
    public string? Message { get; init; }

    public string? Trace { get; init; }

    /// <summary>The report compares it with <see cref="Actual"/> side by side; both or none.</summary>
    public string? Expected { get; init; }

    public string? Actual { get; init; }

    public bool Flaky { get; init; }
}

/// <summary>A parameter of an Allure result or step; an excluded one is shown but is no part of the test's identity.</summary>
internal sealed record AllureParameter(string Name, string Value, bool Excluded = false);

/// <summary>A file beside the result that the report shows.</summary>
internal sealed record AllureAttachment(string Name, string Source, string Type);

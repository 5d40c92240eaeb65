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

namespace MicroConvQA.Reporting.Allure;

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

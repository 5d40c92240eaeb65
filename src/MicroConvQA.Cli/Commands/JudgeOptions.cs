namespace MicroConvQA.Cli.Commands;

/// <summary>What the command line of <c>judge</c> asks for.</summary>
internal sealed record JudgeOptions
{
    /// <summary>A recording's file, the folder of its walk, a HAR, or <c>-</c> for the standard input.</summary>
    public required string Path { get; init; }

    /// <summary>The folder of the checklist to judge by; null = the recording's own texts, for a HAR the configuration's folder.</summary>
    public string? Journeys { get; init; }

    /// <summary>Of a HAR: the configuration, which names the destinations. Null = <c>playwright.config.json</c>.</summary>
    public string? Config { get; init; }

    /// <summary>Of a HAR: the journey that was gone through; null = there is only one.</summary>
    public string? Journey { get; init; }

    /// <summary>Of a HAR: the consent state in which it was; null = the journey has only one.</summary>
    public string? Consent { get; init; }

    /// <summary>Of a HAR: the row of the journey's matrix, as reports show it; null = it has at most one.</summary>
    public string? Row { get; init; }

    /// <summary>Of a HAR: what a walk would have read from the page or made up, each as <c>name=value</c>.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];
}

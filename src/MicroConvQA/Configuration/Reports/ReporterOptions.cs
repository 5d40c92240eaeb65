namespace MicroConvQA.Configuration.Reports;

/// <summary>One entry of <c>reporter</c>.</summary>
internal sealed record ReporterOptions(string Name, string? OutputFolder = null, string? OutputFile = null, string? ResultsDirectory = null)
{
    /// <summary>Of which walks the report shows hits and requests; null = the default.</summary>
    public ArtifactMode? Traffic { get; init; }

    /// <summary>Where its one place is; null = the default.</summary>
    public string? Place => OutputFile ?? OutputFolder;
}

namespace MicroConvQA.Configuration.Reports;

/// <summary>One entry of <c>reporter</c>.</summary>
internal sealed record ReporterOptions(string Name, string? OutputFolder, string? OutputFile, string? ResultsDirectory)
{
    /// <summary>Where its one place is; null = the default.</summary>
    public string? Place => OutputFile ?? OutputFolder;
}

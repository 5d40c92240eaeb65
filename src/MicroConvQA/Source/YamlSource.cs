namespace MicroConvQA.Source;

/// <summary>Reads a YAML file into positioned values.</summary>
internal static class YamlSource
{
    /// <summary>Reads as far as it can; what is wrong is added to the problems.</summary>
    public static SourceDocument Parse(SourceText source, SourceProblems problems)
    {
        var place = new SourcePlace(source.File, 1, 1);
        if (!FileSize.IsWithinLimit(source, problems))
            return new SourceDocument(source, new SourceUnreadable(place));
        var root = new YamlTreeBuilder(source, problems).Build();
        if (root is null)
            problems.Add(place, "the file holds nothing.");
        return new SourceDocument(source, root ?? new SourceUnreadable(place));
    }
}

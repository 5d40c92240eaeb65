namespace MicroConvQA.Source;

/// <summary>Reads a JSON file (comments and trailing commas allowed, as in Playwright's and editors' own) into positioned values.</summary>
internal static class JsonSource
{
    /// <summary>Reads as far as it can; what is wrong is added to the problems.</summary>
    public static SourceDocument Parse(SourceText source, SourceProblems problems)
    {
        var place = new SourcePlace(source.File, 1, 1);
        if (!FileSize.IsWithinLimit(source, problems))
            return new SourceDocument(source, new SourceUnreadable(place));
        return new SourceDocument(source, new JsonTreeBuilder(source, problems).Build());
    }
}

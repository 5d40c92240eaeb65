namespace MicroConvQA.Journeys;

/// <summary>The names of consent states that mean something to the tool itself.</summary>
internal static class ConsentNames
{
    /// <summary>The question stays unanswered; every configuration has this state.</summary>
    public const string None = "none";

    /// <summary>The preset of <c>accept consent</c>.</summary>
    public const string Granted = "granted";

    /// <summary>The preset of <c>reject consent</c>.</summary>
    public const string Denied = "denied";

    /// <summary>A ready platform's preset that grants analytics and refuses ads.</summary>
    public const string Partial = "partial";

    /// <summary>A ready platform's preset that grants ads and refuses analytics.</summary>
    public const string PartialAds = "partial-ads";
}

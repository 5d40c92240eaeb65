namespace MicroConvQA.Journeys;

/// <summary>The name of the consent state that every configuration has.</summary>
public static class ConsentNames
{
    /// <summary>The question stays unanswered.</summary>
    public const string None = "none";
}

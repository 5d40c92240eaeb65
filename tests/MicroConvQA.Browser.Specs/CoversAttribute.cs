namespace MicroConvQA.Browser.Specs;

/// <summary>Says which word of the checklist language a spec walks in a real browser; a word without a spec fails the build.</summary>
/// <param name="kind">action, locator or reading.</param>
/// <param name="word">The word as authors write it.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class CoversAttribute(string kind, string word) : Attribute
{
    public string Kind => kind;

    public string Word => word;
}

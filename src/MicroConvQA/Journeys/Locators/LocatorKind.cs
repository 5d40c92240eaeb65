namespace MicroConvQA.Journeys.Locators;

/// <summary>By what a control is found; each is one of Playwright's own locators.</summary>
public enum LocatorKind
{
    /// <summary>A bare string: the one visible control of that accessible name.</summary>
    AccessibleName,
    Role,
    Label,
    Placeholder,
    Text,
    AltText,
    Title,
    TestId,
    Css,
}

namespace MicroConvQA.Source.Shapes;

/// <summary>What the author's own keys look like.</summary>
/// <param name="Pattern">As a regular expression.</param>
/// <param name="Description">After "must be".</param>
internal sealed record KeyForm(string Pattern, string Description)
{
    /// <summary>Any text.</summary>
    public static KeyForm Any { get; } = new("^", "a text");

    /// <summary>Names of journeys, devices, presets, destinations, fragments.</summary>
    public static KeyForm Name { get; } = new("^[a-z0-9]+(-[a-z0-9]+)*$", "a name of lower-case letters, digits and dashes");

    /// <summary>Names as analytics vendors allow them.</summary>
    public static KeyForm Event { get; } =
        new("^[A-Za-z][A-Za-z0-9_.-]*$", "a name of letters, digits, '_', '-' and '.' that begins with a letter");

    /// <summary>Names of variables.</summary>
    public static KeyForm Variable { get; } =
        new("^[A-Za-z_][A-Za-z0-9_-]*$", "a variable name of letters, digits, '-' and '_' that begins with a letter");
}

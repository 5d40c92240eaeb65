using MicroConvQA.Configuration.Destinations;

namespace MicroConvQA.Judging.PersonalData;

/// <summary>One text by which a part of a person is recognised.</summary>
/// <param name="Form">What it is of.</param>
/// <param name="Encoding">How it is encoded, in words after the part's title: <c> as SHA-256</c>; empty = plain.</param>
/// <param name="Text">The text.</param>
internal sealed record PersonalTrace(PersonalForm Form, string Encoding, string Text)
{
    /// <summary>Whether upper and lower case are not the same.</summary>
    public bool IsExact { get; init; }

    public bool IsDigest { get; init; }

    public PersonalPart Part => Form.Part;

    /// <summary>What a destination declares that may carry it; null = none may.</summary>
    public PersonalDatum? Datum => IsDigest ? Part.Hashed : Part.Plain;

    /// <summary>Whether it stands at a place of a text.</summary>
    public bool IsAt(string text, int place) =>
        text.AsSpan(place).StartsWith(Text, IsExact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)
        && (!Form.StandsAlone || IsDigest || (IsEdge(text, place - 1) && IsEdge(text, place + Text.Length)));

    private static bool IsEdge(string text, int place) => place < 0 || place >= text.Length || !char.IsLetterOrDigit(text[place]);
}

/// <summary>One way in which a part of a person is written before it is encoded.</summary>
/// <param name="Part">What it is of.</param>
/// <param name="Text">The text.</param>
/// <param name="Note">What was done to it, in words for a report: <c>without dots</c>; empty = nothing.</param>
internal sealed record PersonalForm(PersonalPart Part, string Text, string Note = "")
{
    /// <summary>Whether it is told from other texts only where no letter or digit stands beside it.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>First or last name: common words, of which only both together prove anything.</summary>
    public NameHalf Half { get; init; }
}

/// <summary>Which part of a name a text is.</summary>
internal enum NameHalf
{
    /// <summary>It is no part of one, or all of it.</summary>
    None,
    First,
    Last,
}

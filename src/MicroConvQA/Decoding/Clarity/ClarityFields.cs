namespace MicroConvQA.Decoding.Clarity;

/// <summary>
/// The places and numbers of Clarity's wire (clarity-js 0.8.70, src/data/envelope.ts, src/data/encode.ts and types/data.d.ts).
/// </summary>
internal static class ClarityFields
{
    /// <summary>An entry is a list: its time, its kind, and what the kind has.</summary>
    public const int Kind = 1;

    public const int FirstToken = 2;

    /// <summary>The shop's own event: a name, or a name and a value.</summary>
    public const int Custom = 24;

    /// <summary>The shop's own tags, and who the visitor is: names, each with a list of values.</summary>
    public const int Variable = 34;

    /// <summary>Places of the envelope.</summary>
    public const int Project = 4;

    public const int User = 5;

    public const int Session = 6;

    public const int PageNumber = 7;

    public const int Url = 11;
}

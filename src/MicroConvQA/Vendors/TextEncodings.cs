namespace MicroConvQA.Vendors;

/// <summary>The words for encodings.</summary>
internal static class TextEncodings
{
    public static IReadOnlyDictionary<string, TextEncoding> Names { get; } =
        new Dictionary<string, TextEncoding> { ["base64"] = TextEncoding.Base64, ["lz-string"] = TextEncoding.LzString };

    public static string NameOf(TextEncoding encoding) => Names.Single(name => name.Value == encoding).Key;
}

/// <summary>How a text is encoded of which its content does not tell.</summary>
internal enum TextEncoding
{
    /// <summary>Base64 or base64url of a text.</summary>
    Base64,

    /// <summary>What lz-string writes for a URL.</summary>
    LzString,
}

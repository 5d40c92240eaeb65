namespace MicroConvQA.Vendors;

/// <summary>The words for encodings.</summary>
internal static class TextEncodings
{
    public static IReadOnlyDictionary<string, TextEncoding> Names { get; } =
        new Dictionary<string, TextEncoding> { ["base64"] = TextEncoding.Base64, ["lz-string"] = TextEncoding.LzString };

    public static string NameOf(TextEncoding encoding) => Names.Single(name => name.Value == encoding).Key;
}

namespace MicroConvQA.Vendors;

/// <summary>How a text is encoded of which its content does not tell.</summary>
internal enum TextEncoding
{
    /// <summary>Base64 or base64url of a text.</summary>
    Base64,

    /// <summary>What lz-string writes for a URL.</summary>
    LzString,
}

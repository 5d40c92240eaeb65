namespace MicroConvQA.Decoding.Content;

/// <summary>How much of one request is read at most; what exceeds a limit is reported as unreadable and never read in part.</summary>
internal static class DecodingLimits
{
    /// <summary>Bytes of a body after decompression: 10 MB.</summary>
    public const int BodyBytes = 10 * 1024 * 1024;

    /// <summary>Levels of nested JSON.</summary>
    public const int JsonDepth = 64;

    /// <summary>Fields of a query or form, or values of a JSON text.</summary>
    public const int Fields = 20_000;

    /// <summary>Events of one request: lines of a batch, entries of a list.</summary>
    public const int Events = 1_000;

    /// <summary>
    /// Fields or values of all events of one request together, when every event of a batch repeats what stands beside the list.
    /// </summary>
    public const int CopiedValues = 200_000;

    /// <summary>Bytes of a body that is searched for a vendor's payload on a host and path that no vendor names: 256 KB.</summary>
    public const int FingerprintBytes = 256 * 1024;
}

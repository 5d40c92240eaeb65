namespace MicroConvQA.Decoding;

/// <summary>What an analytics request is answered with on this machine, so that the vendor's SDK neither retries nor stalls.</summary>
public sealed record StubAnswer
{
    public required int Status { get; init; }

    /// <summary>Header names in lower case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public byte[] Body { get; init; } = [];
}

namespace MicroConvQA.Decoding.Recognition;

/// <summary>What a vendor's endpoint is for.</summary>
public enum EndpointCarries
{
    /// <summary>Hits.</summary>
    Hits,

    /// <summary>Something else of the vendor's: settings, flags, session replay. It is answered and never decoded.</summary>
    NoHits,
}

namespace MicroConvQA.Decoding;

/// <summary>What our knowledge of a vendor's wire format rests on.</summary>
public enum Evidence
{
    /// <summary>The vendor's real SDK, whose requests are in the specs.</summary>
    RealSdk,

    /// <summary>Traffic recorded from the vendor's real script.</summary>
    RecordedTraffic,

    /// <summary>The vendor's documentation only.</summary>
    Documentation,

    /// <summary>Source code that the vendor or others published, which was read and not run.</summary>
    PublishedSource,
}

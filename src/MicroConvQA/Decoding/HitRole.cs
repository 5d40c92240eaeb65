namespace MicroConvQA.Decoding;

/// <summary>What a hit is to its vendor.</summary>
public enum HitRole
{
    /// <summary>An event.</summary>
    Event,

    /// <summary>A copy or companion that the vendor sends beside an event by design; never counted.</summary>
    Companion,

    /// <summary>State only: identify, consent, configuration.</summary>
    State,
}

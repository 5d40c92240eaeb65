namespace MicroConvQA.Configuration.Destinations;

/// <summary>What consent a destination needs before anything may be sent to it.</summary>
public enum Need
{
    Nothing,
    Analytics,
    Ads,

    /// <summary>Google consent mode: it is sent in every state, but must say which.</summary>
    ConsentMode,
}

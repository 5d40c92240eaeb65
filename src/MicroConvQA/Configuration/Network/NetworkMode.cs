namespace MicroConvQA.Configuration.Network;

/// <summary>What becomes of analytics requests.</summary>
public enum NetworkMode
{
    /// <summary>They are answered on this machine; nothing reaches a vendor. The default.</summary>
    Sinkhole,

    /// <summary>They go on to the vendor.</summary>
    Passthrough,
}

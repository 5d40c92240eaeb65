namespace MicroConvQA.Dictionary;

/// <summary>Where in the funnel a conversion stands, in the order of the funnel.</summary>
public enum FunnelStage
{
    /// <summary>Top of the funnel (TOFU).</summary>
    Discovery,

    /// <summary>Middle of the funnel (MOFU).</summary>
    Consideration,

    /// <summary>Bottom of the funnel (BOFU).</summary>
    Purchase,
}

namespace MicroConvQA.Browser.Specs.Capture.Conformance;

/// <summary>How a shopper leaves a page.</summary>
internal enum Departure
{
    None,

    /// <summary>For another page of the shop.</summary>
    NextPage,

    /// <summary>For another site.</summary>
    OtherSite,

    /// <summary>By loading it again.</summary>
    Reload,

    /// <summary>By closing the tab.</summary>
    CloseTab,

    /// <summary>As walks leave their last page.</summary>
    ForGood,
}

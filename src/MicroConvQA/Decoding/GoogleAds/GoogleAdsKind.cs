namespace MicroConvQA.Decoding.GoogleAds;

/// <summary>What a path of Google Ads is for.</summary>
internal enum GoogleAdsKind
{
    /// <summary>A conversion, named by its label.</summary>
    Conversion,

    /// <summary>A remarketing event, named by its event.</summary>
    Remarketing,

    /// <summary>The same conversion or remarketing event once more.</summary>
    Copy,

    /// <summary>A page view that links cookies, sent beside events.</summary>
    Companion,

    /// <summary>Hashed data of the visitor.</summary>
    UserData,
}

namespace MicroConvQA.Matching;

/// <summary>Why a hit of a destination is not counted.</summary>
internal enum Uncounted
{
    /// <summary>It is counted.</summary>
    No,

    /// <summary>The vendor sends it beside an event by design, or it is state only.</summary>
    ByDesign,

    /// <summary>An event with the same id was there before: a retry or a copy, which the vendor counts once.</summary>
    SameEventId,

    /// <summary>The same bytes were answered with an error before, so that the SDK sent them again.</summary>
    Retry,

    /// <summary>An earlier request was answered with another address, and the browser followed.</summary>
    Redirect,

    /// <summary>It was tried but never left the browser.</summary>
    NotDelivered,

    /// <summary>
    /// It was created on the visit that a returning shopper made before: the SDK had kept it, and sends it again to be sure.
    /// </summary>
    EarlierVisit,
}

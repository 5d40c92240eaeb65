namespace MicroConvQA.Judging.Counting;

/// <summary>Why a hit that looks like one too many is none.</summary>
public enum HitExplanation
{
    /// <summary>The vendor's script sends it beside an event by design, or it is state only.</summary>
    Companion,

    /// <summary>It carries the id of an event that was there before, so that the vendor counts both as one.</summary>
    Copy,

    /// <summary>The same bytes were answered with an error before.</summary>
    Retry,

    /// <summary>The browser followed the answer to an earlier request.</summary>
    Redirect,

    /// <summary>The page's service worker took it and sent it on itself.</summary>
    WorkerEcho,

    /// <summary>It went to another property of the vendor.</summary>
    OtherProperty,

    /// <summary>It never left the browser.</summary>
    NotDelivered,

    /// <summary>It was created on the visit that a returning shopper made before.</summary>
    EarlierVisit,

    /// <summary>It is counted: one of several events that were sent in one request.</summary>
    Batch,
}

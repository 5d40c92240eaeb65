namespace MicroConvQA.Recording;

/// <summary>What became of a request.</summary>
public enum RequestFate
{
    /// <summary>Not sent anywhere: a data-layer push.</summary>
    StayedOnPage,

    /// <summary>Answered on this machine; it never reached the vendor.</summary>
    AnsweredHere,

    /// <summary>An analytics request that went on to its vendor.</summary>
    Delivered,

    /// <summary>Of no known vendor: it went on to its server and is kept because it may be first-party tracking.</summary>
    LetThrough,

    /// <summary>Never left the browser: aborted, offline, refused.</summary>
    NotDelivered,
}

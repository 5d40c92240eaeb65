namespace MicroConvQA.Recording;

/// <summary>What became of a request.</summary>
public enum RequestFate
{
    /// <summary>Not sent anywhere: a data-layer push.</summary>
    StayedOnPage,

    /// <summary>Answered on this machine; it never reached the vendor.</summary>
    AnsweredHere,

    /// <summary>Went on to its server.</summary>
    Delivered,

    /// <summary>Never left the browser: aborted, offline, refused.</summary>
    NotDelivered,
}

namespace MicroConvQA.Recording;

/// <summary>What is known of a request's body.</summary>
public enum BodyState
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>All its bytes are recorded.</summary>
    Complete,

    /// <summary>It was longer than the limit; the bytes up to the limit are recorded.</summary>
    Cut,

    /// <summary>There is one, but its bytes could not be read: what it carried is unknown.</summary>
    Unreadable,
}

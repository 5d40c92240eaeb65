namespace MicroConvQA.Matching;

/// <summary>What an expectation means at one destination.</summary>
internal enum ClaimMode
{
    /// <summary>It must fire there as often as the journey says.</summary>
    Required,

    /// <summary>It must not fire there, because the journey expects it only elsewhere.</summary>
    ForbiddenByOnly,

    /// <summary>It must not fire there, because the consent in force does not allow the destination.</summary>
    ForbiddenByConsent,

    /// <summary>The walk never came to its step.</summary>
    NotReached,
}

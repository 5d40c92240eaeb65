namespace MicroConvQA.Judging.Findings;

/// <summary>The closed set of things that can be wrong with tracking.</summary>
public enum FindingKind
{
    Missing,
    Duplicate,
    WrongParameter,
    MissingParameter,
    Unexpected,
    Forbidden,
    OutOfOrder,
    Late,
    BeforeConsent,
    AgainstConsent,
    PersonalData,
    Inconsistent,
    Undecodable,
    Rejected,
    Suppressed,
    VendorLimit,
}

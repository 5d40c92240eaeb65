using MicroConvQA.Judging.Findings;

namespace MicroConvQA.Reporting;

/// <summary>How reports name the kinds of findings.</summary>
internal static class FindingKindText
{
    public static string Of(FindingKind kind) =>
        kind switch
        {
            FindingKind.Missing => "Missing",
            FindingKind.Duplicate => "Duplicate",
            FindingKind.WrongParameter => "Wrong parameter",
            FindingKind.MissingParameter => "Missing parameter",
            FindingKind.Unexpected => "Unexpected",
            FindingKind.Forbidden => "Forbidden",
            FindingKind.OutOfOrder => "Out of order",
            FindingKind.Late => "Late",
            FindingKind.BeforeConsent => "Before consent",
            FindingKind.AgainstConsent => "Against consent",
            FindingKind.PersonalData => "Personal data",
            FindingKind.Inconsistent => "Inconsistent",
            FindingKind.Undecodable => "Undecodable",
            FindingKind.Rejected => "Rejected by the collector",
            FindingKind.Suppressed => "Suppressed",
            FindingKind.VendorLimit => "Vendor limit",
            _ => throw new InvalidOperationException($"unknown finding kind {kind}"),
        };
}

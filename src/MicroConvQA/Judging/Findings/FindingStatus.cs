namespace MicroConvQA.Judging.Findings;

/// <summary>What each kind of finding makes of a verdict.</summary>
internal static class FindingStatus
{
    private static readonly Dictionary<FindingKind, VerdictStatus> Table = new()
    {
        [FindingKind.Missing] = VerdictStatus.Failed,
        [FindingKind.Duplicate] = VerdictStatus.Failed,
        [FindingKind.WrongParameter] = VerdictStatus.Failed,
        [FindingKind.MissingParameter] = VerdictStatus.Failed,
        [FindingKind.Unexpected] = VerdictStatus.Failed,
        [FindingKind.Forbidden] = VerdictStatus.Failed,
        [FindingKind.OutOfOrder] = VerdictStatus.Failed,
        [FindingKind.Late] = VerdictStatus.Failed,
        [FindingKind.BeforeConsent] = VerdictStatus.Failed,
        [FindingKind.AgainstConsent] = VerdictStatus.Failed,
        [FindingKind.PersonalData] = VerdictStatus.Failed,
        [FindingKind.Inconsistent] = VerdictStatus.Failed,
        [FindingKind.Undecodable] = VerdictStatus.Broken,
        [FindingKind.Rejected] = VerdictStatus.Failed,
        [FindingKind.Suppressed] = VerdictStatus.Broken,
        // A warning, unless the dictionary says error.
        [FindingKind.VendorLimit] = VerdictStatus.Failed,
    };

    public static VerdictStatus Of(Finding finding) => finding.IsWarning ? VerdictStatus.Passed : Table[finding.Kind];

    /// <summary>The worst that the findings make of a verdict; passed where there is none.</summary>
    public static VerdictStatus Worst(IEnumerable<Finding> findings) => findings.Select(Of).DefaultIfEmpty(VerdictStatus.Passed).Max();
}

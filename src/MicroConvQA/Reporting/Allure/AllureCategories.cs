using MicroConvQA.Judging.Findings;

namespace MicroConvQA.Reporting.Allure;

/// <summary>
/// The report's categories, one a kind of finding. The expressions hold in Java's and in JavaScript's dialect, because Allure 2 and 3 read
/// them.
/// </summary>
internal static class AllureCategories
{
    public static IReadOnlyList<object> All { get; } =
    [
        .. Enum.GetValues<FindingKind>()
            .Where(kind => kind is not (FindingKind.Undecodable or FindingKind.Suppressed))
            .Select(kind => Category($"{FindingKindText.Of(kind)}: {MeaningOf(kind)}", $"{FindingKindText.Of(kind)}: ", "failed")),
        Category($"Undecodable: {MeaningOf(FindingKind.Undecodable)}", "Undecodable: ", "broken"),
        Category($"Suppressed: {MeaningOf(FindingKind.Suppressed)}", "Suppressed: ", "broken"),
        Category("Broken: the walk could not go on, the tracking was not judged", "", "broken"),
        Category("Not judged: not reached, or it does not apply", "", "skipped"),
    ];

    private static object Category(string name, string firstWords, string status) =>
        new
        {
            name,
            matchedStatuses = new[] { status },
            messageRegex = $"^{firstWords}[\\s\\S]*$",
        };

    private static string MeaningOf(FindingKind kind) =>
        kind switch
        {
            FindingKind.Missing => "an expected conversion did not fire",
            FindingKind.Duplicate => "a conversion fired more often than it happened",
            FindingKind.WrongParameter => "a conversion says something that is not so",
            FindingKind.MissingParameter => "a conversion lacks what is required of it",
            FindingKind.Unexpected => "a conversion fired that nobody caused",
            FindingKind.Forbidden => "a conversion fired where it must never",
            FindingKind.OutOfOrder => "conversions fired in the wrong order",
            FindingKind.Late => "a conversion was created too late",
            FindingKind.BeforeConsent => "something was sent before the shopper answered",
            FindingKind.AgainstConsent => "something was sent that the shopper had refused",
            FindingKind.PersonalData => "a person can be recognised in what was sent",
            FindingKind.Inconsistent => "two places tell different stories of one event",
            FindingKind.Undecodable => "what was sent could not be read",
            FindingKind.Rejected => "the collector did not take the hit",
            FindingKind.Suppressed => "the vendor's script noticed the automation and switched itself off",
            FindingKind.VendorLimit => "the vendor will cut or drop what was sent",
            _ => throw new InvalidOperationException($"unknown finding kind {kind}"),
        };
}

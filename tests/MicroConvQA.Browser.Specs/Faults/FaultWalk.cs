using System.Text.RegularExpressions;
using MicroConvQA.DemoShop.Faults;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;

namespace MicroConvQA.Browser.Specs.Faults;

/// <summary>A journey that is walked through the demo shop while some of its faults are on.</summary>
/// <param name="Journey">The journey's name.</param>
/// <param name="Consent">The consent state.</param>
/// <param name="Faults">The faults that are on.</param>
internal sealed partial record FaultWalk(string Journey, string Consent, IReadOnlyList<Fault> Faults)
{
    private const string Any = "*";

    /// <summary>Vendors that the fault sends to the shop's own host, which answers; their requests must go on to it.</summary>
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["proxy-refuses-select-item"] = "plausible",
        ["collector-refuses-lists"] = "snowplow",
    };

    public string Device { get; init; } = "";

    /// <summary>The devices on which all of its faults show.</summary>
    public IReadOnlyList<string> Devices =>
        [.. FaultJourneys.Devices.Where(device => Faults.All(fault => FaultJourneys.IsOn(device, fault)))];

    /// <summary>The vendors whose requests go on to the shop.</summary>
    public IReadOnlyList<string> Allowed => [.. Faults.Select(fault => Refused.GetValueOrDefault(fault.Name)).OfType<string>()];

    /// <summary>
    /// Faults are told apart by the conversion that they touch; one that ends the walk or touches more than one is alone.
    /// </summary>
    public bool HasRoomFor(Fault fault) =>
        Faults.All(other => other.Conversion != fault.Conversion && !IsAlone(other))
        && !IsAlone(fault)
        && Faults.All(other => Refused.ContainsKey(other.Name) == Refused.ContainsKey(fault.Name));

    /// <summary>What is wrong with what was found; empty = every fault was found as what it is, and nothing else.</summary>
    public IEnumerable<string> Complaints(JourneyVerdict verdict)
    {
        var found = FindingsOf(verdict).ToList();
        var due = Faults.Where(fault => FaultJourneys.IsOn(Device, fault)).ToList();
        var missed = due.Where(fault => !found.Exists(finding => Is(finding, fault, fault.Finding)))
            .Select(fault => $"{fault.Name}: missed; it is '{fault.Finding}' of {fault.Conversion}");
        var wrong = found
            .Where(finding => !due.Exists(fault => Is(finding, fault, fault.Finding) || Is(finding, fault, fault.Besides)))
            .Select(finding => $"{finding.Kind} of {finding.Conversion ?? "no conversion"}: is no fault that was on. {finding.Message}");
        return missed.Concat(wrong);
    }

    /// <summary>The kinds of what was found, as the table shows them.</summary>
    public static IReadOnlyList<string> KindsIn(JourneyVerdict verdict) =>
        [.. FindingsOf(verdict).Select(finding => finding.Kind).Distinct().Order(StringComparer.Ordinal)];

    public override string ToString() => $"{Journey} [{Device}, {Consent}]: {string.Join(", ", Faults.Select(fault => fault.Name))}";

    private static IEnumerable<(string Kind, string? Conversion, string Message)> FindingsOf(JourneyVerdict verdict) =>
        verdict
            .Findings.Select(finding => (Words(finding.Kind), finding.Conversion, finding.Message))
            .Concat(verdict.Breakage is { } breakage ? [("broken", null, breakage.Reason)] : []);

    /// <summary>What could not be read names no conversion.</summary>
    private static bool Is((string Kind, string? Conversion, string Message) finding, Fault fault, string? kind) =>
        finding.Kind == kind && (fault.Conversion == Any || finding.Conversion == fault.Conversion || finding.Conversion is null);

    private static bool IsAlone(Fault fault) => fault.Conversion == Any || fault.Finding == "broken";

    private static string Words(FindingKind kind) =>
        Capital().Replace(kind.ToString(), match => " " + match.Value.ToLowerInvariant()).TrimStart();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}

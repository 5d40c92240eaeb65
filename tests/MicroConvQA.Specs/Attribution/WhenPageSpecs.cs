using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FluentAssertions;
using MicroConvQA.Attribution;
using NUnit.Framework;

namespace MicroConvQA.Specs.Attribution;

/// <summary>
/// <c>docs/when.md</c> is the code's own tables and their own words: which evidence outranks which, and how far clocks may be apart.
/// </summary>
internal sealed partial class WhenPageSpecs
{
    private static readonly string[] RoomsThatJudge =
    [
        "MicroConvQA/Attribution",
        "MicroConvQA/Matching",
        "MicroConvQA/Judging",
        "MicroConvQA/Recording",
    ];

    private static readonly string[] RoomsThatWatch = ["MicroConvQA.Browser/Capture", "MicroConvQA.Browser/Clock"];

    private static readonly XDocument Words = XDocument.Load(Path.ChangeExtension(typeof(Tolerances).Assembly.Location, ".xml"));

    [Test]
    public void The_page_has_every_rank_and_every_tolerance_with_its_reason()
    {
        var page = new StringBuilder()
            .Append("# When did it happen\n\n")
            .Append(
                "A hit is judged in the step in which its event was created, not in which it was sent. What tells when that was is read as intervals,\n"
            )
            .Append(
                "and they are intersected from the first row to the last: a row narrows what the rows above it have left. Made from the code's own\n"
            )
            .Append(
                "table (`src/MicroConvQA/Attribution/EvidenceRanks.cs`) by `WhenPageSpecs`. A push to the data layer is told by the page at its moment and\n"
            )
            .Append(
                "needs no other evidence. A step begins with the first event by which its page felt the shopper's first own action; where no page can tell\n"
            )
            .Append(
                "of it, with the moment at which it was about to be done, and where it has no action, with time alone (`StepTimes.cs`).\n\n"
            )
            .Append("| evidence | says | where it contradicts the rows above | why |\n| --- | --- | --- | --- |\n");
        foreach (var rank in EvidenceRanks.All)
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {rank.Kind} | {SummaryOf($"F:{typeof(EvidenceKind).FullName}.{rank.Kind}")} | {Contradicted(rank)} | {rank.Why} |\n"
            );
        page.Append("\n## How far clocks and ways may be apart\n\n")
            .Append(
                "All spans of time that decide a verdict or its cause (`src/MicroConvQA/Attribution/Tolerances.cs`). What only bounds a wait on a thing that may\n"
            )
            .Append(
                "hang is none of them, nor is what an author sets (`within`, `settle`) or what a vendor's SDK waits before it sends.\n\n"
            )
            .Append("| tolerance | is | why |\n| --- | --- | --- |\n");
        foreach (var tolerance in typeof(Tolerances).GetProperties())
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {tolerance.Name} | {Text((TimeSpan)tolerance.GetValue(new Tolerances())!)} | {SummaryOf($"P:{typeof(Tolerances).FullName}.{tolerance.Name}")} |\n"
            );

        Approved.HoldsAgainst(page.ToString(), Path.Combine(Repository.Root, "docs", "when.md"));
    }

    [Test]
    public void Every_kind_of_evidence_has_its_place_in_the_ranks() =>
        EvidenceRanks.All.Select(rank => rank.Kind).Should().BeEquivalentTo(Enum.GetValues<EvidenceKind>());

    [Test]
    public void No_room_that_judges_has_a_span_of_time_of_its_own() =>
        SpansIn(RoomsThatJudge, OnlyStopsAPatternOrIsOfWords()).Should().BeEmpty();

    [Test]
    public void What_watches_a_walk_has_no_span_of_time_of_its_own_but_limits_of_what_may_hang() =>
        SpansIn(RoomsThatWatch, OnlyBoundsAWait()).Should().BeEmpty();

    private static IEnumerable<string> SpansIn(string[] rooms, Regex allowed) =>
        from room in rooms
        from file in Directory.GetFiles(Path.Combine(Repository.Root, "src", room), "*.cs", SearchOption.AllDirectories)
        where Path.GetFileName(file) != $"{nameof(Tolerances)}.cs"
        from line in File.ReadLines(file)
        where SpanOfTime().IsMatch(line) && !allowed.IsMatch(line)
        select $"{Path.GetFileName(file)}: {line.Trim()}";

    private static string Contradicted(EvidenceRank rank) =>
        rank.OnContradiction switch
        {
            Contradiction.None => "cannot",
            Contradiction.Replaces => "holds instead of them",
            Contradiction.NearestEnd => "the nearest end of what they leave",
            Contradiction.Dropped => "is not believed",
            _ => throw new InvalidOperationException($"{rank.OnContradiction} has no words."),
        };

    private static string SummaryOf(string member) =>
        string.Join(
            ' ',
            Words
                .Descendants("member")
                .Single(described => (string?)described.Attribute("name") == member)
                .Element("summary")!
                .Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    private static string Text(TimeSpan span) =>
        span < TimeSpan.FromSeconds(1) ? $"{span.TotalMilliseconds:0} ms" : FormattableString.Invariant($"{span.TotalSeconds:0.#} s");

    [GeneratedRegex(@"TimeSpan\.From(Milliseconds|Seconds|Minutes)\(\d|new TimeSpan\(")]
    private static partial Regex SpanOfTime();

    /// <summary>An author's pattern is stopped, and words call very short spans a moment; neither decides anything.</summary>
    [GeneratedRegex(@"PatternLimit|TimeSpan Instant")]
    private static partial Regex OnlyStopsAPatternOrIsOfWords();

    /// <summary>A wait on what may hang is given up; what polls looks again; a connection and a pattern have their own limits.</summary>
    [GeneratedRegex(@"TimeSpan \w*(Limit|Look|Pause) |ConnectTimeout|Regex\.IsMatch")]
    private static partial Regex OnlyBoundsAWait();
}

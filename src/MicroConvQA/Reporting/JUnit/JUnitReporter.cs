using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Planning;
using MicroConvQA.Running;
using MicroConvQA.Running.Canaries;

namespace MicroConvQA.Reporting.JUnit;

/// <summary>
/// Writes <c>junit.xml</c>, one test suite a walk: wrong tracking is a failure, what could not be told an error, what does not apply or was
/// not reached is skipped.
/// </summary>
/// <param name="environment">The environment variables, which tell the secrets to be masked.</param>
internal sealed class JUnitReporter(IReadOnlyDictionary<string, string> environment) : IReporter
{
    public string Name => "junit";

    /// <inheritdoc/>
    public async Task<string?> ReportAsync(RunResult result, CancellationToken cancellationToken)
    {
        var suites = result
            .Walks.Select(walk => Suite(walk, new ValueMask(walk.Recording, Secrets.Of(result.Plan.Configuration, environment))))
            .Concat(NotWalked.In(result).Select(walk => Suite(result, walk)))
            .Concat(result.Canary is { } canary ? [Suite(canary, result.HarnessFaults.Contains(canary.Said))] : Array.Empty<XElement>())
            .ToList();
        var root = new XElement(
            "testsuites",
            new XAttribute("name", "MicroConvQA"),
            Counts([.. suites.Elements("testcase")]),
            Time(result.Duration),
            suites
        );
        var path = ReportFile.PathOf(result.Plan.Configuration, Name, "junit.xml");
        return await ReportFile.WriteAsync(path, $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}\n", cancellationToken);
    }

    private static XElement Suite(WalkResult walk, ValueMask mask)
    {
        XElement[] cases =
        [
            Walked(walk, mask),
            .. walk.Verdict.Expectations.Select(expectation => Expectation(walk, expectation, mask)),
            .. ReportedStatus.Unexpected(walk.Verdict).Select(unexpected => Unexpected(walk, unexpected, mask)),
            NothingElse(walk, mask),
        ];
        return new XElement(
            "testsuite",
            new XAttribute("name", walk.Walk.Title),
            Counts(cases),
            Time(walk.Recording.Duration),
            new XAttribute("timestamp", walk.Recording.StartedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
            Properties(walk),
            cases
        );
    }

    private static XElement Suite(RunResult run, Walk walk)
    {
        var reason = NotWalked.ReasonIn(run);
        var element = Case(walk, $"{walk.Journey.Name} could be walked", TimeSpan.Zero);
        element.Add(Outcome(run.IsInterrupted ? "skipped" : "error", "NotWalked", reason, reason, ValueMask.None));
        return new XElement("testsuite", new XAttribute("name", walk.Title), Counts([element]), Time(TimeSpan.Zero), element);
    }

    /// <summary>
    /// The run's proof of itself is a test that passes where the canary's faults were found, and an error where they were not.
    /// </summary>
    private static XElement Suite(CanaryResult canary, bool isVoid)
    {
        var element = new XElement(
            "testcase",
            new XAttribute("name", "the canary is caught"),
            new XAttribute("classname", "canary"),
            Time(TimeSpan.Zero)
        );
        if (isVoid)
            element.Add(Outcome("error", "Void", canary.Said, canary.Said, ValueMask.None));
        else if (canary.State == CanaryState.NotSent)
            element.Add(Outcome("skipped", "NotSent", canary.Said, canary.Said, ValueMask.None));
        return new XElement("testsuite", new XAttribute("name", "canary"), Counts([element]), Time(TimeSpan.Zero), element);
    }

    private static XElement Walked(WalkResult walk, ValueMask mask)
    {
        var element = Case(walk.Walk, $"{walk.Walk.Journey.Name} could be walked", walk.Recording.Duration);
        if (walk.Verdict.Breakage is { } breakage)
            element.Add(Outcome("error", "Broken", BreakageText.Of(breakage), BreakageText.Of(breakage), mask));
        return element;
    }

    private static XElement Expectation(WalkResult walk, ExpectationVerdict verdict, ValueMask mask)
    {
        var name =
            $"{verdict.Expectation.Conversion} {verdict.Expectation.Times} at '{verdict.StepTitle}'"
            + (verdict.Ordinal == 1 ? "" : $" ({verdict.Ordinal})");
        var element = Case(walk.Walk, name, DurationOf(walk, verdict.StepIndex));
        var strays = ReportedStatus.StraysOf(walk.Verdict, verdict);
        if (NameOf(ReportedStatus.Of(walk, verdict)) is { } outcome)
            element.Add(
                Outcome(
                    outcome,
                    [.. verdict.Findings, .. strays],
                    strays.Count == 0 ? verdict.Reason : null,
                    [.. UntoldText.Of(verdict)],
                    mask
                )
            );
        return element;
    }

    /// <summary>A conversion that fired though the journey expects it nowhere.</summary>
    private static XElement Unexpected(WalkResult walk, IGrouping<string, Finding> findings, ValueMask mask)
    {
        var element = Case(walk.Walk, $"{findings.Key} where nothing expects it", walk.Recording.Duration);
        if (NameOf(FindingStatus.Worst(findings)) is { } outcome)
            element.Add(Outcome(outcome, [.. findings], null, [], mask));
        return element;
    }

    private static XElement NothingElse(WalkResult walk, ValueMask mask)
    {
        var element = Case(walk.Walk, "nothing forbidden or unexpected fired", walk.Recording.Duration);
        var status = ReportedStatus.OfStrayFindings(walk);
        if (status == VerdictStatus.Skipped)
            element.Add(Outcome("skipped", [], ReportedStatus.NothingElseNotReached, [], mask));
        else if (status != VerdictStatus.Passed)
            element.Add(Outcome(status == VerdictStatus.Failed ? "failure" : "error", walk.Verdict.StrayFindings, null, [], mask));
        return element;
    }

    private static string? NameOf(VerdictStatus outcome) =>
        outcome switch
        {
            VerdictStatus.Passed => null,
            VerdictStatus.Skipped => "skipped",
            VerdictStatus.Broken => "error",
            VerdictStatus.Failed => "failure",
            var status => throw new InvalidOperationException($"unknown verdict status {status}"),
        };

    private static XElement Outcome(
        string element,
        IReadOnlyList<Finding> findings,
        string? reason,
        IReadOnlyList<string> untold,
        ValueMask mask
    ) =>
        Outcome(
            element,
            findings.Count == 0 ? "NotJudged" : findings[0].Kind.ToString(),
            reason ?? string.Join("\n", findings.Select(FindingText.Line)),
            string.Join(
                "\n",
                [
                    .. findings.Count == 0 && untold.Count == 0 ? [reason ?? ""] : findings.Select(FindingText.Evidence),
                    .. untold.Select(sentence => $"{UntoldText.Title}: {sentence}"),
                ]
            ),
            mask
        );

    private static XElement Outcome(string element, string type, string message, string text, ValueMask mask)
    {
        var outcome = new XElement(element, new XAttribute("message", Printable(mask.Of(message))));
        if (element != "skipped")
            outcome.Add(new XAttribute("type", type), Printable(mask.Of(text)));
        return outcome;
    }

    private static XElement Case(Walk walk, string name, TimeSpan duration) =>
        new(
            "testcase",
            new XAttribute("name", Printable(name)),
            new XAttribute("classname", $"{walk.Journey.Name}.{walk.Device.Name}"),
            Time(duration)
        );

    private static XElement Properties(WalkResult walk) =>
        new(
            "properties",
            Property("device", walk.Walk.Device.Name),
            Property("consent", walk.Walk.Consent.Name),
            Property("engine", $"{walk.Recording.RanOn.Engine} {walk.Recording.RanOn.Version}"),
            Property("baseUrl", walk.Recording.Walk.BaseUrl)
        );

    private static XElement Property(string name, string value) =>
        new("property", new XAttribute("name", name), new XAttribute("value", Printable(value)));

    private static XAttribute[] Counts(XElement[] cases) =>
        [
            new("tests", cases.Length),
            new("failures", cases.Count(element => element.Element("failure") is not null)),
            new("errors", cases.Count(element => element.Element("error") is not null)),
            new("skipped", cases.Count(element => element.Element("skipped") is not null)),
        ];

    private static TimeSpan DurationOf(WalkResult walk, int step) =>
        walk.Recording.Steps.FirstOrDefault(recorded => recorded.Index == step) is { StartedAt: { } from } found
            ? (found.FinishedAt ?? found.ActedAt ?? walk.Recording.Duration) - from
            : TimeSpan.Zero;

    private static XAttribute Time(TimeSpan duration) => new("time", duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));

    // XML 1.0 has no way to write most control characters, and a page may say them.
    private static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (XmlConvert.IsXmlChar(text[index]))
                printable.Append(text[index]);
            else if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
                printable.Append(text[index]).Append(text[++index]);
            else
                printable.Append('\uFFFD');
        }

        return printable.ToString();
    }
}

using MicroConvQA.Judging;
using MicroConvQA.Judging.Counting;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Running;
using MicroConvQA.Source;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace MicroConvQA.Reporting.Json;

/// <summary>
/// Writes the run as <c>run.json</c>: walks, verdicts and findings for programs. The format is described in docs/run-json.md.
/// </summary>
/// <param name="environment">The environment variables, which tell the secrets to be masked.</param>
internal sealed class JsonReporter(IReadOnlyDictionary<string, string> environment) : IReporter
{
    /// <summary>Rises when something that was there changes its meaning or goes.</summary>
    public const int Format = 1;

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(
        new JsonSerializerSettings
        {
            ContractResolver = new CamelCasePropertyNamesContractResolver(),
            Converters = [new StringEnumConverter(new CamelCaseNamingStrategy())],
        }
    );

    public string Name => "json";

    /// <inheritdoc/>
    public async Task<string?> ReportAsync(RunResult result, CancellationToken cancellationToken)
    {
        var path = ReportFile.PathOf(result.Plan.Configuration, Name, "run.json");
        return await ReportFile.WriteAsync(
            path,
            Run(result, Path.GetDirectoryName(path)!).ToString(Formatting.Indented) + "\n",
            cancellationToken
        );
    }

    private JObject Run(RunResult run, string home) =>
        Json(
            new
            {
                format = Format,
                startedAt = run.StartedAt,
                durationMs = Milliseconds(run.Duration),
                exitCode = (int)run.ExitCode,
                outcome = run.ExitCode,
                isInterrupted = run.IsInterrupted,
                notWalked = NotWalked.In(run).Select(walk => walk.Id),
                harnessFaults = run.HarnessFaults,
                canary = Canary(run, home),
                totals = Enum.GetValues<VerdictStatus>()
                    .ToDictionary(NameOf, status => run.Walks.Count(walk => walk.Verdict.Status == status)),
                requestsThatLeftThisMachine = run.Walks.Sum(walk => walk.Recording.Escaped),
                requestsLeftUnread = run.Walks.Sum(walk => walk.Recording.LeftUnread),
                walks = run.Walks.Select(walk => Walk(run, walk, home)),
            }
        );

    private JToken Walk(RunResult run, WalkResult walk, string home)
    {
        var mask = new ValueMask(walk.Recording, Secrets.Of(run.Plan.Configuration, environment));
        return mask.Of(
            Json(
                new
                {
                    id = walk.Walk.Id,
                    title = walk.Walk.Title,
                    journey = walk.Walk.Journey.Name,
                    device = walk.Walk.Device.Name,
                    deviceGroup = walk.Walk.Device.Group,
                    consent = walk.Walk.Consent.Name,
                    row = walk.Recording.Walk.Row,
                    variant = walk.Recording.Walk.Variant,
                    repetition = walk.Walk.Repetition,
                    visitor = walk.Walk.Journey.Visitor,
                    channel = walk.Walk.Journey.Channel,
                    baseUrl = walk.Recording.Walk.BaseUrl,
                    deploy = walk.Recording.Walk.Deploy,
                    engine = walk.Recording.RanOn.Engine,
                    engineVersion = walk.Recording.RanOn.Version,
                    automation = walk.Recording.RanOn.Automation,
                    startedAt = walk.Recording.StartedAt,
                    durationMs = Milliseconds(walk.Recording.Duration),
                    attempts = walk.Attempts,
                    isFlaky = walk.IsFlaky,
                    status = walk.Verdict.Status,
                    breakage = Breakage(walk),
                    settled = walk.Verdict.Settled,
                    warnings = walk.Verdict.Warnings,
                    directory = Path.GetRelativePath(home, walk.Directory).Replace('\\', '/'),
                    explained = walk.Verdict.Explained.Select(Explained),
                    expectations = walk.Verdict.Expectations.Select(expectation => Expectation(walk.Verdict, expectation)),
                    strayFindings = walk.Verdict.StrayFindings.Select(Finding),
                }
            )
        );
    }

    private static object? Canary(RunResult run, string home) =>
        run.Canary is not { } canary
            ? null
            : new
            {
                state = canary.State,
                said = canary.Said,
                walk = canary.Walk?.Title,
                faults = canary.Walk?.Canary,
                directory = canary.Directory is { } directory ? Path.GetRelativePath(home, directory).Replace('\\', '/') : null,
            };

    private static object? Breakage(WalkResult walk) =>
        walk.Verdict.Breakage is not { } breakage
            ? null
            : new
            {
                stepIndex = breakage.StepIndex,
                place = Place(breakage.Place),
                action = breakage.Action,
                reason = breakage.Reason,
                screenshot = breakage.Screenshot,
            };

    private static object Expectation(JourneyVerdict walk, ExpectationVerdict verdict) =>
        new
        {
            conversion = verdict.Expectation.Conversion,
            title = verdict.Title,
            times = verdict.Expectation.Times.ToString(),
            step = new
            {
                index = verdict.StepIndex,
                id = verdict.StepId,
                title = verdict.StepTitle,
            },
            ordinal = verdict.Ordinal,
            place = Place(verdict.Expectation.Place),
            status = ReportedStatus.Coloured(walk, verdict),
            reason = verdict.Reason,
            destinations = verdict.Destinations.Select(destination => new
            {
                name = destination.Destination,
                title = destination.Title,
                status = destination.Status,
                expected = destination.Expected,
                requests = destination.Hits.Select(hit => hit.Request.Number),
                explained = destination.Explained.Select(Explained),
                findings = destination.Findings.Select(Finding),
                untold = destination.Untold,
            }),
        };

    private static object Explained(ExplainedHit hit) =>
        new
        {
            request = hit.Hit.Request.Number,
            line = hit.Hit.Line,
            vendor = hit.Hit.Vendor,
            @event = hit.Hit.Event,
            explanation = hit.Explanation,
            reason = hit.Reason,
        };

    private static object Finding(Finding finding) =>
        new
        {
            kind = finding.Kind,
            message = finding.Message,
            isWarning = finding.IsWarning,
            stepIndex = finding.StepIndex,
            place = Place(finding.Place),
            conversion = finding.Conversion,
            destination = finding.Destination,
            expected = finding.Expected,
            found = finding.Found,
            differences = finding.Differences.Select(difference => new
            {
                parameter = difference.Parameter,
                expected = difference.Expected,
                found = difference.Found,
                holds = difference.Holds,
            }),
            step = finding.Step,
            seenBeside = finding.SeenBeside,
            screenshot = finding.Screenshot,
            requests = finding.Requests,
            senders = finding.Senders.Select(sender => new
            {
                request = sender.Request,
                sender = sender.Sender,
                push = sender.Push,
                @event = sender.Event,
            }),
            likelyCause = finding.LikelyCause,
            nextMove = finding.NextMove,
        };

    private static object Place(SourcePlace place) =>
        new
        {
            file = place.File,
            line = place.Line,
            column = place.Column,
        };

    private static long Milliseconds(TimeSpan duration) => (long)duration.TotalMilliseconds;

    private static string NameOf(VerdictStatus status) => status.ToString().ToLowerInvariant();

    private static JObject Json(object value) => JObject.FromObject(value, Serializer);
}

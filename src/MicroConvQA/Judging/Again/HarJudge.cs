using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Journeys;
using MicroConvQA.Judging.English;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Recording.Har;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Judging.Again;

/// <summary>
/// Holds traffic that was recorded elsewhere, such as an app's, against a journey. A HAR knows requests and times, but neither steps nor a
/// data layer nor what was shown or typed: each conversion is judged once, on the whole of it, and what cannot be told is named.
/// </summary>
internal static class HarJudge
{
    /// <summary>What reports call the device of a HAR.</summary>
    public const string Device = "HAR";

    /// <param name="har">The traffic.</param>
    /// <param name="walk">What the shopper did.</param>
    /// <param name="workspace">The checklist and the destinations.</param>
    /// <param name="tool">The tool's name and version, as recordings hold it.</param>
    public static HarVerdict Judge(HarLog har, HarWalk walk, Workspace workspace, string tool)
    {
        var traffic = DecodedTraffic.Of(har.Requests, TrafficDecoder.For(workspace.Configuration));
        var recording = RecordingOf(har, traffic, walk, workspace, tool);
        var judged = JourneyJudge.Judge(
            recording,
            traffic.Requests,
            WholeJourney.Of(walk.Journey),
            workspace.Dictionary,
            ConfigurationFor(walk, workspace.Configuration)
        );
        var verdict = judged with { Expectations = WholeJourney.Unfold(judged.Expectations, walk.Journey) };
        return new HarVerdict(recording, traffic, verdict, HarLimits.Of(walk, workspace.Configuration, verdict));
    }

    /// <summary>Whether hits may say 'denied' rightly, because they were sent before an answer of which the time is unknown.</summary>
    internal static bool IsSignalUnknown(Destination destination, ConsentPreset consent) =>
        destination.Needs == Need.ConsentMode && consent.Grants.Count > 0;

    private static RunConfiguration ConfigurationFor(HarWalk walk, RunConfiguration configuration) =>
        configuration with
        {
            Destinations =
            [
                .. configuration
                    .Destinations.Where(destination => !StandardDecoders.ReadsDataLayer(destination))
                    .Select(destination =>
                        IsSignalUnknown(destination, walk.Consent) ? destination with { Needs = Need.Nothing } : destination
                    ),
            ],
        };

    private static JourneyRecording RecordingOf(HarLog har, DecodedTraffic traffic, HarWalk walk, Workspace workspace, string tool) =>
        new()
        {
            Tool = tool,
            Walk = new WalkLabel
            {
                Id = $"{walk.Journey.Name}.har.{walk.Consent.Name}",
                Journey = walk.Journey.Name,
                Device = Device,
                Consent = walk.Consent.Name,
                Row = walk.Row?.Values.ToDictionary(value => value.Key, value => VariableText.TextOf(value.Value)) ?? [],
                BaseUrl = har.Visits.Count > 0 ? har.Visits[0].Url : "",
            },
            RanOn = new RanOn
            {
                Engine = har.Creator,
                Version = har.CreatorVersion,
                AskedFor = har.Creator,
                Capture = "har",
                VirtualClock = false,
            },
            StartedAt = har.StartedAt,
            Duration = har.Duration,
            Sources = walk.Journey.Sources,
            Dictionary = workspace.Dictionary.Source,
            Configuration = workspace.Configuration.Source,
            Vendors = [.. workspace.Configuration.Vendors.Select(vendor => vendor.Source)],
            Steps =
            [
                new RecordedStep
                {
                    Index = 0,
                    Id = Words.WholeStepId,
                    Title = Words.WholeStepTitle,
                    State = StepState.Done,
                    StartedAt = TimeSpan.Zero,
                    FinishedAt = har.Duration,
                },
            ],
            Requests = [.. traffic.Requests.Select(request => request.Request)],
            Visits = har.Visits,
            Variables = Variables(walk),
        };

    /// <summary>
    /// What the journey itself gives, and what is told of the rest; what a walk reads from the page or makes up else stays unknown.
    /// </summary>
    private static Dictionary<string, JToken> Variables(HarWalk walk)
    {
        var given = new Dictionary<string, JToken>(walk.Journey.Variables);
        foreach (var (name, value) in walk.Row?.Values ?? new Dictionary<string, JToken>())
            given[name] = value;
        foreach (var (name, value) in walk.Given)
            given[name] = value;
        return given
            .Select(variable => (variable.Key, Value: Resolved(variable.Value, given, given.Count)))
            .Where(variable => variable.Value.Type != JTokenType.String || !VariableText.NamesIn((string)variable.Value!).Any())
            .ToDictionary(variable => variable.Key, variable => variable.Value);
    }

    private static JToken Resolved(JToken value, Dictionary<string, JToken> given, int depth) =>
        value.Type != JTokenType.String || depth == 0
            ? value
            : VariableText.Expand((string)value!, name =>
                given.TryGetValue(name, out var other) ? Resolved(other, given, depth - 1) : null
            );
}

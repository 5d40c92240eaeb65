using System.Text;
using MicroConvQA.Decoding;
using MicroConvQA.Journeys;
using MicroConvQA.Judging;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs;

internal static partial class Any
{
    public static DateTimeOffset StartedAt { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Each step lasts ten seconds: step 0 from second 10 to 20, its actions done at second 11.</summary>
    public static TimeSpan InStep(int step, double second = 1) => TimeSpan.FromSeconds(10 + (step * 10) + second);

    public static RecordedStep RecordedStep(int index, Step? step = null, StepState state = StepState.Done) =>
        new()
        {
            Index = index,
            Id = (step ?? Step()).Id,
            Title = (step ?? Step()).Title,
            State = state,
            StartedAt = state == StepState.NotReached ? null : InStep(index, 0),
            ActedAt = state == StepState.Done ? InStep(index) : null,
            FinishedAt = state == StepState.Done ? InStep(index, 9.9) : null,
        };

    public static CapturedRequest Request(int number = 1, int step = 0, TimeSpan? at = null, Transport transport = Transport.Fetch) =>
        new()
        {
            Number = number,
            At = at ?? InStep(step),
            Transport = transport,
            Method = "POST",
            Url = "https://collect.example/hit",
            Body = Encoding.UTF8.GetBytes($"hit {number}"),
            BodyState = BodyState.Complete,
            StepIndex = step,
            Fate = transport == Transport.DataLayer ? RequestFate.StayedOnPage : RequestFate.AnsweredHere,
            SeenBy = Sightings.Wire | Sightings.Browser,
            Status = 204,
        };

    public static Hit Hit(string eventName = "add_to_cart", object? parameters = null, CapturedRequest? request = null) =>
        new()
        {
            Vendor = "ga4",
            Account = "G-SHOP",
            Event = eventName,
            Parameters = parameters is null ? [] : JObject.FromObject(parameters),
            SendDelay = TimeSpan.FromSeconds(5),
            Request = request ?? Request(),
        };

    public static DecodedRequest Decoded(params Hit[] hits) =>
        new()
        {
            Request = hits[0].Request,
            Vendor = hits[0].Vendor,
            Hits = hits,
        };

    public static WalkLabel WalkLabel(string consent = "granted") =>
        new()
        {
            Id = $"guest-checkout.desktop-chrome.{consent}",
            Journey = "guest-checkout",
            Device = "desktop-chrome",
            Consent = consent,
            BaseUrl = "http://127.0.0.1:5000",
        };

    public static JourneyRecording Recording(Journey? journey = null, params CapturedRequest[] requests) =>
        new()
        {
            Tool = "0.1.0",
            Walk = WalkLabel(),
            RanOn = new()
            {
                Engine = "chromium",
                Version = "156",
                AskedFor = "chromium",
                Capture = "wire",
                VirtualClock = true,
            },
            StartedAt = StartedAt,
            Duration = TimeSpan.FromMinutes(1),
            Sources = [SourceText()],
            Dictionary = SourceText("journeys/dictionary.yaml"),
            Configuration = SourceText("playwright.config.json"),
            Steps = (journey ?? Journey()).Steps.Select((step, index) => RecordedStep(index, step)).ToList(),
            Requests = requests,
            Settled = "No request was in flight and none came for 300 ms.",
        };

    public static JourneyVerdict Verdict(VerdictStatus status = VerdictStatus.Passed) =>
        new()
        {
            Walk = WalkLabel(),
            Status = status,
            Expectations = [],
            StrayFindings = [],
            Warnings = [],
            Traffic = [],
        };
}

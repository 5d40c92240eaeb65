using MicroConvQA.Attribution;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using MicroConvQA.Running;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.Judging;

/// <summary>A walk told in a few words, then judged: each step lasts ten seconds, its actions are done after one.</summary>
internal sealed class JudgedWalk
{
    private readonly List<Step> steps = [];
    private readonly List<DecodedRequest> traffic = [];
    private Func<JourneyRecording, JourneyRecording> change = recording => recording;
    private Func<Journey, Journey> changeJourney = journey => journey;
    private RunConfiguration configuration = Any.Configuration(Any.Ga4);
    private ConversionDictionary dictionary = Any.Dictionary(Any.Conversion());
    private int last;

    public JudgedWalk At(params Destination[] destinations)
    {
        configuration = configuration with { Destinations = destinations };
        return this;
    }

    public JudgedWalk Configured(Func<RunConfiguration, RunConfiguration> edit)
    {
        configuration = edit(configuration);
        return this;
    }

    public JudgedWalk With(params Conversion[] conversions)
    {
        dictionary = Any.Dictionary(conversions);
        return this;
    }

    public JudgedWalk Ignoring(params string[] noise)
    {
        dictionary = dictionary with { Ignore = noise };
        return this;
    }

    public JudgedWalk Step(string title, params Expectation[] expectations) => Step(Any.Step(title, expectations));

    public JudgedWalk Step(Step step)
    {
        steps.Add(step);
        return this;
    }

    public JudgedWalk Journey(Func<Journey, Journey> edit)
    {
        changeJourney = edit;
        return this;
    }

    public JudgedWalk Recorded(Func<JourneyRecording, JourneyRecording> edit)
    {
        var before = change;
        change = recording => edit(before(recording));
        return this;
    }

    /// <summary>A hit that arrives in a step.</summary>
    public JudgedWalk Fires(
        string eventName,
        int step = 0,
        double second = 1.1,
        object? parameters = null,
        Destination? at = null,
        Func<Hit, Hit>? hit = null,
        Func<CapturedRequest, CapturedRequest>? request = null
    )
    {
        var destination = at ?? configuration.Destinations[0];
        var sent = Any.Request(
            ++last,
            step,
            Any.InStep(step, second),
            destination.Vendor == "datalayer" ? Transport.DataLayer : Transport.Fetch
        );
        sent = request?.Invoke(sent) ?? sent;
        var decoded = Any.Hit(eventName, parameters, sent) with { Vendor = destination.Vendor, Account = destination.Account };
        decoded = hit?.Invoke(decoded) ?? decoded;
        traffic.Add(Any.Decoded(decoded));
        return this;
    }

    /// <summary>One request with several hits that arrives in a step.</summary>
    public JudgedWalk Batch(int step, double second, params Func<Hit, Hit>[] lines)
    {
        var request = Any.Request(++last, step, Any.InStep(step, second));
        traffic.Add(Any.Decoded([.. lines.Select((line, number) => line(Any.Hit(request: request)) with { Line = number })]));
        return this;
    }

    /// <summary>Requests as they were recorded elsewhere, in a step, decoded with the real decoders.</summary>
    public JudgedWalk Sends(int step, params IEnumerable<CapturedRequest> requests)
    {
        foreach (var request in requests)
            traffic.Add(
                MicroConvQA.Specs.Decoding.Sample.Decoder.Decode(
                    request with
                    {
                        Number = ++last,
                        StepIndex = step,
                        At = Any.InStep(step, 1.1 + (last * 0.01)),
                    }
                )
            );
        return this;
    }

    /// <summary>A request of a vendor that carries no hit, such as one for its settings.</summary>
    public JudgedWalk Asks(string vendor, int step = 0, int status = 200)
    {
        traffic.Add(new() { Request = Any.Request(++last, step) with { Status = status }, Vendor = vendor });
        return this;
    }

    /// <summary>A request of a vendor that no decoder could read.</summary>
    public JudgedWalk Garbles(int step = 0, string vendor = "ga4", Func<CapturedRequest, CapturedRequest>? request = null)
    {
        var sent = Any.Request(++last, step);
        traffic.Add(
            new()
            {
                Request = request?.Invoke(sent) ?? sent,
                Vendor = vendor,
                Problem = "The body is encrypted.",
            }
        );
        return this;
    }

    public JourneyVerdict Judge()
    {
        var (recording, journey) = Walked();
        return JourneyJudge.Judge(recording, traffic, journey, dictionary, configuration);
    }

    /// <summary>What it is judged by, matched and not yet judged.</summary>
    public CaseFile Open()
    {
        var (recording, journey) = Walked();
        return JourneyJudge.Open(recording, traffic, journey, dictionary, configuration, new Tolerances(), memory: null);
    }

    /// <summary>A run of this walk alone, as reports get it.</summary>
    public RunResult Run(string directory)
    {
        var (recording, journey) = Walked();
        var walk = Any.Walk(journey);
        return new()
        {
            Plan = new()
            {
                Configuration = configuration with
                {
                    Devices = [walk.Device],
                    OutputDirectory = directory,
                    AllureResultsDirectory = Path.Combine(directory, "allure-results"),
                },
                Dictionary = dictionary,
                Walks = [walk],
            },
            Walks =
            [
                new()
                {
                    Walk = walk,
                    Recording = recording,
                    Verdict = JourneyJudge.Judge(recording, traffic, journey, dictionary, configuration),
                    Directory = directory,
                },
            ],
            StartedAt = Any.StartedAt,
            Duration = recording.Duration,
        };
    }

    /// <summary>The only finding of the walk.</summary>
    public Finding Finding() => Judge().Findings.Single();

    private (JourneyRecording Recording, Journey Journey) Walked()
    {
        var journey = changeJourney(Any.Journey([.. steps]));
        return (change(Any.Recording(journey, [.. traffic.Select(request => request.Request)])), journey);
    }

    public static Dictionary<string, JToken> Variables(params (string Name, JToken Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value);
}

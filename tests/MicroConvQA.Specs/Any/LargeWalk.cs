using MicroConvQA.Decoding;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging;
using MicroConvQA.Recording;

namespace MicroConvQA.Specs;

/// <summary>A walk of many expectations and many hits: 1,000 and 10,000 where nothing else is said.</summary>
internal sealed class LargeWalk
{
    private readonly int conversions;
    private readonly JourneyRecording recording;
    private readonly List<DecodedRequest> traffic = [];

    /// <param name="price">The value of each hit; 29.9 is expected.</param>
    /// <param name="hitsAnExpectation">How many hits there are for each expectation.</param>
    /// <param name="steps">How many steps there are.</param>
    /// <param name="conversions">How many conversions each step expects.</param>
    public LargeWalk(double price, int hitsAnExpectation = 10, int steps = 50, int conversions = 20)
    {
        this.conversions = conversions;
        Journey = Any.Journey([
            .. Enumerable
                .Range(0, steps)
                .Select(step =>
                    Any.Step(
                        $"Step {step}",
                        [
                            .. Enumerable
                                .Range(0, conversions)
                                .Select(conversion => Any.Expectation($"conversion_{conversion}", ("value", new EqualTo(29.9)))),
                        ]
                    )
                ),
        ]);
        for (var step = 0; step < steps; step++)
        for (var hit = 0; hit < conversions * hitsAnExpectation; hit++)
            traffic.Add(Sent(step, hit, price));
        recording = Any.Recording(Journey, [.. traffic.Select(request => request.Request)]);
    }

    public Journey Journey { get; }

    public IReadOnlyList<DecodedRequest> Traffic => traffic;

    public JourneyVerdict Judge()
    {
        var dictionary = Any.Dictionary([
            .. Enumerable
                .Range(0, conversions)
                .Select(number =>
                    Any.Conversion($"conversion_{number}") with
                    {
                        Parameters = [Any.Parameter("value", ParameterType.Money), Any.Parameter("currency", ParameterType.Currency)],
                    }
                ),
        ]);
        return JourneyJudge.Judge(recording, traffic, Journey, dictionary, Any.Configuration(Any.Ga4));
    }

    private DecodedRequest Sent(int step, int hit, double price)
    {
        var request = Any.Request(traffic.Count + 1, step, Any.InStep(step, 1 + (hit * 0.01)));
        return Any.Decoded(
            Any.Hit($"conversion_{hit % conversions}", new { value = price, currency = "EUR" }, request) with
            {
                StatedTime = Any.StartedAt + request.At + TimeSpan.FromTicks(1),
            }
        );
    }
}

using MicroConvQA.Decoding;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Matching.Conditions;

namespace MicroConvQA.Benchmarks.Judging;

/// <summary>
/// The matcher that one would write first: each expectation looks through all hits of the walk and takes the first free one of its step,
/// name and values. It explains nothing, starves expectations that share a hit, and says only how many found one.
/// </summary>
internal static class PlainMatcher
{
    public static int Match(Journey journey, IReadOnlyList<DecodedRequest> traffic)
    {
        var free = traffic.SelectMany(request => request.Hits).ToList();
        var found = 0;
        for (var step = 0; step < journey.Steps.Count; step++)
            foreach (var expectation in journey.Steps[step].Expect)
            {
                var place = free.FindIndex(hit =>
                    hit.Request.StepIndex == step && hit.Event == expectation.Conversion && Holds(expectation, hit)
                );
                if (place < 0)
                    continue;
                free.RemoveAt(place);
                found++;
            }
        return found;
    }

    private static bool Holds(Expectation expectation, Hit hit) =>
        expectation.Parameters.All(parameter =>
            hit.Parameters[parameter.Key] is { } sent && parameter.Value is EqualTo equal && ValueTypes.AreEqual(equal.Value, sent)
        );
}

using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching;

/// <summary>
/// Tells, hit by hit in the order of arrival, which are copies of what was there before and which are no events at all: the rules are asked
/// from top to bottom, and the first that holds decides. They come before <em>duplicate</em> is decided, in
/// <c>Judging/Counting/DuplicateRules</c>.
/// </summary>
internal sealed class Copies
{
    private readonly (Uncounted Reason, Func<Hit, Destination, (bool Holds, Hit? Original)> Ask)[] rules;
    private readonly Dictionary<(string, string, string), Hit> ids = [];
    private readonly Dictionary<(string, string, string, int), Hit> refused = [];
    private readonly List<(string Destination, Hit Hit)> redirected = [];

    /// <param name="isOfEarlierVisit">Whether a hit was created before the walk, on a returning shopper's earlier visit; null = there was
    /// none.</param>
    public Copies(Func<Hit, bool>? isOfEarlierVisit) =>
        rules = [
            (Uncounted.ByDesign, (hit, _) => (hit.Role != HitRole.Event, null)),
            (Uncounted.EarlierVisit, (hit, _) => (isOfEarlierVisit?.Invoke(hit) == true, null)),
            (Uncounted.NotDelivered, (hit, _) => (hit.Request.Fate == RequestFate.NotDelivered, null)),
            (Uncounted.SameEventId, (hit, destination) => Repeating(WithItsId(hit, destination))),
            (Uncounted.Redirect, (hit, destination) => Repeating(FollowedFrom(hit, destination))),
            (Uncounted.Retry, (hit, destination) => Repeating(RetryOf(hit, destination))),
            (Uncounted.No, (_, _) => (true, null)),
        ];

    /// <summary>Why a hit is not counted, and which one it repeats.</summary>
    public (Uncounted Uncounted, Hit? Original) Judge(Hit hit, Destination destination)
    {
        foreach (var (reason, ask) in rules)
        {
            if (ask(hit, destination) is (true, var original))
                return (reason, original);
        }
        throw new InvalidOperationException("the last rule holds for every hit");
    }

    private static (bool, Hit?) Repeating(Hit? original) => (original is not null, original);

    private Hit? WithItsId(Hit hit, Destination destination) =>
        hit.EventId is { } id && !ids.TryAdd((destination.Name, hit.Event, id), hit) ? ids[(destination.Name, hit.Event, id)] : null;

    /// <summary>The hit whose answer led to this one: the same event with the same parameters at another address.</summary>
    private Hit? FollowedFrom(Hit hit, Destination destination)
    {
        var place = redirected.FindIndex(before =>
            before.Destination == destination.Name
            && before.Hit.Event == hit.Event
            && before.Hit.Request.Url != hit.Request.Url
            && JToken.DeepEquals(before.Hit.Parameters, hit.Parameters)
        );
        if (place < 0)
        {
            if (hit.Request.Status is 301 or 302 or 303 or 307 or 308)
                redirected.Add((destination.Name, hit));
            return null;
        }
        var original = redirected[place].Hit;
        // Each answer is followed once; what it leads to may lead on.
        redirected.RemoveAt(place);
        if (hit.Request.Status is >= 300 and < 400)
            redirected.Add((destination.Name, hit));
        return original;
    }

    private Hit? RetryOf(Hit hit, Destination destination)
    {
        var isRefused = hit.Request.Status is 408 or 429 or >= 500;
        if (!isRefused && refused.Count == 0)
            return null;
        var bytes = (destination.Name, hit.Request.Url, Convert.ToBase64String(hit.Request.Body), hit.Line);
        if (refused.Remove(bytes, out var original))
        {
            if (isRefused)
                refused.Add(bytes, hit);
            return original;
        }
        if (isRefused)
            refused.Add(bytes, hit);
        return null;
    }
}

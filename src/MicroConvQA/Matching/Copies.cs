using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching;

/// <summary>Tells, hit by hit in the order of arrival, which are copies of what was there before and which are no events at all.</summary>
/// <param name="isOfEarlierVisit">Whether a hit was created before the walk, on a returning shopper's earlier visit; null = there was none.</param>
internal sealed class Copies(Func<Hit, bool>? isOfEarlierVisit)
{
    private readonly Dictionary<(string, string, string), Hit> ids = [];
    private readonly Dictionary<(string, string, string, int), Hit> refused = [];
    private readonly List<(string Destination, Hit Hit)> redirected = [];

    /// <summary>Why a hit is not counted, and which one it repeats.</summary>
    public (Uncounted Uncounted, Hit? Original) Judge(Hit hit, Destination destination)
    {
        if (hit.Role != HitRole.Event)
            return (Uncounted.ByDesign, null);
        if (isOfEarlierVisit?.Invoke(hit) == true)
            return (Uncounted.EarlierVisit, null);
        if (hit.Request.Fate == RequestFate.NotDelivered)
            return (Uncounted.NotDelivered, null);
        if (hit.EventId is { } id && !ids.TryAdd((destination.Name, hit.Event, id), hit))
            return (Uncounted.SameEventId, ids[(destination.Name, hit.Event, id)]);
        if (FollowedFrom(hit, destination) is { } before)
            return (Uncounted.Redirect, before);
        if (hit.Request.Status is 301 or 302 or 303 or 307 or 308)
            redirected.Add((destination.Name, hit));
        return RetryOf(hit, destination) is { } first ? (Uncounted.Retry, first) : (Uncounted.No, null);
    }

    /// <summary>The hit whose answer led to this one: the same event with the same parameters at another address.</summary>
    private Hit? FollowedFrom(Hit hit, Destination destination)
    {
        var place = redirected.FindIndex(before => before.Destination == destination.Name && before.Hit.Event == hit.Event
            && before.Hit.Request.Url != hit.Request.Url && JToken.DeepEquals(before.Hit.SentParameters, hit.SentParameters));
        if (place < 0)
            return null;
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

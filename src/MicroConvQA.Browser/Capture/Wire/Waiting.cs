using System.Diagnostics.CodeAnalysis;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// What one view told of requests and the other has not told yet. Taken are first those of the same body, then the first told. What waits
/// longer than the other view can take belongs to nothing and is forgotten. Not safe for several threads.
/// </summary>
/// <param name="timer">The walk's time.</param>
/// <param name="patience">How long something waits; null = until it is removed.</param>
internal sealed class Waiting<T>(WalkTimer timer, TimeSpan? patience)
    where T : notnull
{
    private readonly Dictionary<string, List<(RequestLooks Looks, T Told, TimeSpan At)>> byAddress = [];

    public void Add(RequestLooks looks, T told)
    {
        if (!byAddress.TryGetValue(looks.Address, out var waiting))
        {
            byAddress[looks.Address] = waiting = [];
        }

        waiting.Add((looks, told, timer.Elapsed));
    }

    public bool TryTake(RequestLooks looks, [MaybeNullWhen(false)] out T told)
    {
        told = default;
        if (!byAddress.TryGetValue(looks.Address, out var waiting))
        {
            return false;
        }

        waiting.RemoveAll(one => timer.Elapsed - one.At > patience);
        var index = waiting.FindIndex(one => one.Looks.HasBodyOf(looks));
        if (index < 0)
        {
            index = waiting.FindIndex(one => one.Looks.MayBe(looks));
        }

        if (index >= 0)
        {
            told = waiting[index].Told;
            waiting.RemoveAt(index);
        }

        ForgetEmpty(looks.Address, waiting);
        return index >= 0;
    }

    /// <returns>Whether it was still waiting.</returns>
    public bool Remove(RequestLooks looks, Predicate<T> isIt)
    {
        if (!byAddress.TryGetValue(looks.Address, out var waiting) || waiting.RemoveAll(one => isIt(one.Told)) == 0)
        {
            return false;
        }

        ForgetEmpty(looks.Address, waiting);
        return true;
    }

    /// <summary>A walk asks for thousands of addresses: none may stay because it was asked for once.</summary>
    private void ForgetEmpty(string address, List<(RequestLooks Looks, T Told, TimeSpan At)> waiting)
    {
        if (waiting.Count == 0)
        {
            byAddress.Remove(address);
        }
    }
}

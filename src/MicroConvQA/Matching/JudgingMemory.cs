using MicroConvQA.Decoding;

namespace MicroConvQA.Matching;

/// <summary>
/// What was found out about hits of one walk, kept while variants of it are judged in which most hits are the same ones. It holds as long
/// as journey, dictionary and variables are the same and no condition looks at another destination's hit.
/// </summary>
/// <param name="traffic">The traffic of the walk as it was; what is found out of other requests and hits is forgotten at once.</param>
internal sealed class JudgingMemory(IReadOnlyList<DecodedRequest> traffic)
{
    private readonly HashSet<object> known = new(
        [.. traffic, .. traffic.SelectMany(request => request.Hits)],
        ReferenceEqualityComparer.Instance
    );
    private readonly Dictionary<(object Fact, object About), object> facts = new(new ByReference());

    /// <summary>A fact about a hit or a request, found out once.</summary>
    /// <param name="thing">The hit or the request.</param>
    /// <param name="about">Which fact; equal for the same one.</param>
    /// <param name="find">Finds it out.</param>
    public T Of<T>(object thing, object about, Func<T> find)
        where T : notnull => known.Contains(thing) ? Kept(thing, about, find) : find();

    /// <summary>A fact about the walk, found out once.</summary>
    public T OfWalk<T>(object about, Func<T> find)
        where T : notnull => Kept(this, about, find);

    private T Kept<T>(object thing, object about, Func<T> find)
        where T : notnull
    {
        if (!facts.TryGetValue((thing, about), out var fact))
            facts.Add((thing, about), fact = find());
        return (T)fact;
    }

    private sealed class ByReference : IEqualityComparer<(object, object)>
    {
        public bool Equals((object, object) x, (object, object) y) => ReferenceEquals(x.Item1, y.Item1) && Equals(x.Item2, y.Item2);

        public int GetHashCode((object, object) obj) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Item1), obj.Item2);
    }
}

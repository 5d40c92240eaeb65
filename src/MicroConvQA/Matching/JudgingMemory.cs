using MicroConvQA.Decoding;

namespace MicroConvQA.Matching;

/// <summary>
/// What was found out about hits of one walk, kept while variants of it are judged in which most hits are the same ones. It holds as long as
/// journey, dictionary and variables are the same and no condition looks at another destination's hit.
/// </summary>
/// <param name="hits">The hits of the walk as it was; others are forgotten at once.</param>
internal sealed class JudgingMemory(IEnumerable<Hit> hits)
{
    private readonly HashSet<Hit> known = new(hits, ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(object Fact, object About), object> facts = new(new ByReference());

    /// <summary>A fact about a hit, found out once.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="about">Which fact; equal for the same one.</param>
    /// <param name="find">Finds it out.</param>
    public T Of<T>(Hit hit, object about, Func<T> find)
        where T : notnull => known.Contains(hit) ? Kept(hit, about, find) : find();

    private T Kept<T>(object hit, object about, Func<T> find)
        where T : notnull
    {
        if (!facts.TryGetValue((hit, about), out var fact))
            facts.Add((hit, about), fact = find());
        return (T)fact;
    }

    private sealed class ByReference : IEqualityComparer<(object, object)>
    {
        public bool Equals((object, object) x, (object, object) y) => ReferenceEquals(x.Item1, y.Item1) && Equals(x.Item2, y.Item2);

        public int GetHashCode((object, object) obj) => HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Item1), obj.Item2);
    }
}

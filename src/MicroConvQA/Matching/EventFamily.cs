using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Matching.Conditions;

namespace MicroConvQA.Matching;

/// <summary>
/// The conversions that look the same at one destination: by the event's name, and by the values that tell it from others of that name.
/// </summary>
internal sealed record EventFamily(DestinationEvent At, IReadOnlyList<Conversion> Conversions)
{
    public bool Holds(Hit hit) =>
        At.Where.All(value => HitParameters.At(hit.Parameters, value.Key) is { } sent && ValueTypes.AreEqual(value.Value, sent));

    /// <summary>Whether two events of one name are told from others by the same values.</summary>
    public static bool IsSame(DestinationEvent one, DestinationEvent other) =>
        one.Where.Count == other.Where.Count
        && one.Where.All(value => other.Where.TryGetValue(value.Key, out var twin) && ValueTypes.AreEqual(value.Value, twin));
}

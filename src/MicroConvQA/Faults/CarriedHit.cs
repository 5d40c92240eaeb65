using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys.Conditions;

namespace MicroConvQA.Faults;

/// <summary>A hit of a conversion with the request that carries it: what is changed in its bytes.</summary>
internal record CarriedHit
{
    public const string Items = "items";

    public required Conversion Conversion { get; init; }

    public required Destination Destination { get; init; }

    /// <summary>The request that carries it, as decoded.</summary>
    public required DecodedRequest Carrier { get; init; }

    /// <summary>The hit; its line tells it from others of the request.</summary>
    public required Hit Hit { get; init; }

    public required HitView View { get; init; }

    /// <summary>The labels of what can be changed; of items the first speaks for all, because they are filled by one loop.</summary>
    public IEnumerable<string> Labels =>
        View.Labels.Where(label => !IsOfItem(label) || label.StartsWith($"{Items}[0].", StringComparison.Ordinal));

    public DestinationEvent At => Conversion.At[Destination.Name];

    public bool IsPush => Carrier.Request.Transport == Recording.Transport.DataLayer;

    /// <summary>Whether the request carries further hits.</summary>
    public bool IsInBatch => Carrier.Hits.Count > 1;

    public IEnumerable<string> LabelsOf(ParameterType type) => Labels.Where(label => RuleOf(label)?.Type == type);

    public ParameterRule? RuleOf(string label)
    {
        ParameterRule? RuleOf(string name) => Conversion.Parameters.FirstOrDefault(rule => rule.Name == name);
        return IsOfItem(label)
            ? RuleOf(Items)?.ItemFields.FirstOrDefault(field => label.EndsWith($"].{field.Name}", StringComparison.Ordinal))
            : RuleOf(label);
    }

    public static bool IsOfItem(string label) => label.Contains('[', StringComparison.Ordinal);

    /// <summary>The hit in a changed request; null where it is no longer there, or another hit of the request has changed too.</summary>
    public CarriedHit? In(DecodedRequest changed)
    {
        if (
            changed.Hits.Count != Carrier.Hits.Count
            || changed.Vendor != Carrier.Vendor
            || changed.Hits.Where((hit, line) => line != Hit.Line && !IsLike(hit, Carrier.Hits[line])).Any()
        )
        {
            return null;
        }

        var hit = changed.Hits[Hit.Line];
        return this with { Carrier = changed, Hit = hit, View = new HitView(hit, Conversion, At) };
    }

    /// <summary>Whether a hit is as good as another: the same event with the same id and items.</summary>
    public static bool IsLike(Hit one, Hit other) =>
        one.Event == other.Event && one.EventId == other.EventId && one.ItemIds.SequenceEqual(other.ItemIds);
}

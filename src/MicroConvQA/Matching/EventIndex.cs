using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;

namespace MicroConvQA.Matching;

/// <summary>Says of a hit which destination it went to and which conversions it can be.</summary>
internal sealed class EventIndex
{
    private readonly ILookup<string, Destination> destinations;
    private readonly HashSet<string> several;
    private readonly Dictionary<(string Destination, string Event), List<EventFamily>> families;

    public EventIndex(ConversionDictionary dictionary, IReadOnlyList<Destination> destinations)
    {
        this.destinations = destinations.ToLookup(destination => destination.Vendor);
        several = [.. this.destinations.Where(vendor => vendor.Count() > 1).Select(vendor => vendor.Key)];
        families = dictionary
            .Conversions.SelectMany(conversion => conversion.At.Select(at => (Destination: at.Key, At: at.Value, Conversion: conversion)))
            .GroupBy(sent => (sent.Destination, sent.At.Event))
            .ToDictionary(group => group.Key, group => Families([.. group.Select(sent => (sent.At, sent.Conversion))]));
    }

    /// <summary>
    /// The destination of a hit: the vendor's one with its account, where several fit the one with its endpoint; null = none that is
    /// configured.
    /// </summary>
    public Destination? DestinationOf(Hit hit)
    {
        if (!several.Contains(hit.Vendor))
            return destinations[hit.Vendor].FirstOrDefault() is { } one && (one.Account is null || one.Account == hit.Account) ? one : null;
        var fitting = destinations[hit.Vendor]
            .Where(destination => destination.Account is null || destination.Account == hit.Account)
            .ToList();
        return fitting.Find(destination => destination.Account is not null)
            ?? fitting.Find(destination => destination.Endpoints.Any(endpoint => Glob.Matches(endpoint, hit.Request.Url)))
            ?? fitting.Find(destination => destination.Endpoints.Count == 0);
    }

    /// <summary>The configured destinations of a vendor.</summary>
    public IEnumerable<Destination> DestinationsOf(string vendor) => destinations[vendor];

    /// <summary>The conversions that a hit can be at a destination; empty = the dictionary does not know it there.</summary>
    public IReadOnlyList<Conversion> ConversionsOf(Destination destination, Hit hit) => FamilyOf(destination, hit)?.Conversions ?? [];

    /// <summary>Whether a hit is of a claim's event, wherever it went.</summary>
    public bool IsEventOf(Claim claim, Hit hit) => hit.Role == HitRole.Event && hit.Event == claim.At.Event && FamilyOf(claim).Holds(hit);

    /// <summary>What a hit has in common with the same event at other destinations: the conversion's name, else the event's own.</summary>
    public string KeyOf(Hit hit) =>
        DestinationOf(hit) is { } destination && ConversionsOf(destination, hit) is [var conversion, ..] ? conversion.Name : hit.Event;

    /// <summary>The conversions that a hit cannot be told from; null = the dictionary does not know it there.</summary>
    internal EventFamily? FamilyOf(Destination destination, Hit hit) =>
        families.TryGetValue((destination.Name, hit.Event), out var named) ? named.Find(family => family.Holds(hit)) : null;

    internal EventFamily FamilyOf(Claim claim) =>
        families[(claim.Destination.Name, claim.At.Event)].First(family => EventFamily.IsSame(family.At, claim.At));

    // The one that demands most comes first: an event without a condition is what none of the others is.
    private static List<EventFamily> Families(List<(DestinationEvent At, Conversion Conversion)> sent)
    {
        var families = new List<EventFamily>();
        foreach (var (at, conversion) in sent)
        {
            var place = families.FindIndex(family => EventFamily.IsSame(family.At, at));
            if (place < 0)
                families.Add(new(at, [conversion]));
            else
                families[place] = families[place] with { Conversions = [.. families[place].Conversions, conversion] };
        }
        return [.. families.OrderByDescending(family => family.At.Where.Count)];
    }
}

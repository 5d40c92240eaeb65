using MicroConvQA.Configuration;
using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;

namespace MicroConvQA.Matching;

/// <summary>Says of a hit which destination it went to and which conversions it can be.</summary>
public sealed class EventIndex
{
    private readonly ILookup<string, Destination> destinations;
    private readonly HashSet<string> several;
    private readonly ILookup<(string Destination, string Event), Conversion> conversions;

    public EventIndex(ConversionDictionary dictionary, IReadOnlyList<Destination> destinations)
    {
        this.destinations = destinations.ToLookup(destination => destination.Vendor);
        several = [.. this.destinations.Where(vendor => vendor.Count() > 1).Select(vendor => vendor.Key)];
        conversions = dictionary.Conversions
            .SelectMany(conversion => conversion.At.Select(at => (Key: (at.Key, at.Value.Event), Conversion: conversion)))
            .ToLookup(pair => pair.Key, pair => pair.Conversion);
    }

    /// <summary>The destination of a hit: the vendor's one with its account, where several fit the one with its endpoint; null = none that is configured.</summary>
    public Destination? DestinationOf(Hit hit)
    {
        if (!several.Contains(hit.Vendor))
            return destinations[hit.Vendor].FirstOrDefault() is { } one && (one.Account is null || one.Account == hit.Account) ? one : null;
        var fitting = destinations[hit.Vendor].Where(destination => destination.Account is null || destination.Account == hit.Account).ToList();
        return fitting.Find(destination => destination.Account is not null)
            ?? fitting.Find(destination => destination.Endpoints.Any(endpoint => Glob.Matches(endpoint, hit.Request.Url)))
            ?? fitting.Find(destination => destination.Endpoints.Count == 0);
    }

    /// <summary>The configured destinations of a vendor.</summary>
    public IEnumerable<Destination> DestinationsOf(string vendor) => destinations[vendor];

    /// <summary>The conversions that go to a destination under an event's name; empty = the dictionary does not know it there.</summary>
    public IEnumerable<Conversion> ConversionsOf(Destination destination, string eventName) => conversions[(destination.Name, eventName)];

    /// <summary>What a hit has in common with the same event at other destinations: the conversion's name, else the event's own.</summary>
    public string KeyOf(Hit hit) =>
        DestinationOf(hit) is { } destination && ConversionsOf(destination, hit.Event).FirstOrDefault() is { } conversion
            ? conversion.Name
            : hit.Event;
}

namespace MicroConvQA.Configuration.Destinations;

/// <summary>A destination that still lacks its name, the key under which it stands.</summary>
internal sealed record DestinationDraft(Func<string, Destination> Named);

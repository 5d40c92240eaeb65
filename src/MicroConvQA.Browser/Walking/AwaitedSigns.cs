using MicroConvQA.Browser.Settling;
using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;

namespace MicroConvQA.Browser.Walking;

/// <summary>What a step waits for: the events that its expectations are sent as, at the destinations that the consent state allows.</summary>
internal sealed class AwaitedSigns(ConversionDictionary dictionary, RunConfiguration configuration, ConsentPreset consent)
{
    public IReadOnlyList<AwaitedConversion> Of(Step step) => [.. step.Expect.Select(Of)];

    private AwaitedConversion Of(Expectation expectation) => new()
    {
        Name = expectation.Conversion,
        Signs = [.. Signs(expectation)],
        Times = expectation.Times.AtLeast,
        Within = expectation.Within ?? configuration.Settle.Within,
    };

    private IEnumerable<AwaitedEvent> Signs(Expectation expectation)
    {
        var events = dictionary.Find(expectation.Conversion)?.At ?? new Dictionary<string, DestinationEvent>();
        foreach (var destination in configuration.Destinations.Where(consent.Allows))
            if (events.TryGetValue(destination.Name, out var sent) && (expectation.Only.Count == 0 || expectation.Only.Contains(destination.Name)))
                yield return new AwaitedEvent(destination.Vendor, sent.Event, destination.Account);
    }
}

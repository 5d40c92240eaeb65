using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Planning;

namespace MicroConvQA.Specs;

internal static partial class Any
{
    public static Expectation Expectation(string conversion = "add_to_cart", params (string Name, Condition Condition)[] parameters) =>
        new()
        {
            Conversion = conversion,
            Parameters = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Condition),
            Place = Place(20),
        };

    public static Step Step(string title = "Put it into the cart", params Expectation[] expectations) =>
        new()
        {
            Title = title,
            Id = title.ToLowerInvariant().Replace(' ', '-'),
            Expect = expectations,
            Place = Place(18),
        };

    public static Journey Journey(params Step[] steps) =>
        new()
        {
            Name = "guest-checkout",
            Title = "A guest buys a lamp",
            Steps = steps.Length == 0 ? [Step()] : steps,
            Place = Place(),
            Sources = [SourceText()],
        };

    public static Walk Walk(Journey? journey = null, DeviceProject? device = null, ConsentPreset? consent = null)
    {
        var walked = journey ?? Journey();
        var on = device ?? Device();
        var answered = consent ?? Granted;
        return new()
        {
            Journey = walked,
            Device = on,
            Consent = answered,
            Id = $"{walked.Name}.{on.Name}.{answered.Name}",
            Title = $"{walked.Name} [{on.Name}]",
        };
    }
}

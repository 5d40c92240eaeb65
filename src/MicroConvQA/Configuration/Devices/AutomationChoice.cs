using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration.Devices;

/// <summary>What <c>automation</c> says, before its devices are known.</summary>
internal sealed record AutomationChoice(Automation OfAll, IReadOnlyList<MapEntry<Automation>> OfSome)
{
    public static AutomationChoice Default { get; } = new(Automation.Honest, []);

    /// <summary>The devices with what is said of each; a name that none has is a problem.</summary>
    public IReadOnlyList<DeviceProject> On(IReadOnlyList<DeviceProject> devices, SourceProblems problems)
    {
        foreach (var entry in OfSome.Where(entry => devices.All(device => device.Name != entry.Key.Text)))
            problems.Add(
                entry.Key.Place,
                $"unknown device '{entry.Key.Text}'.{Suggestion.Sentence(entry.Key.Text, [.. devices.Select(device => device.Name)])}"
            );

        return
        [
            .. devices.Select(device =>
                device with
                {
                    Automation = OfSome.FirstOrDefault(entry => entry.Key.Text == device.Name)?.Value ?? OfAll,
                }
            ),
        ];
    }
}

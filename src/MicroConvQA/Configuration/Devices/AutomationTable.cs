using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration.Devices;

/// <summary>The values of <c>automation</c>: a word for all devices, or one for each device that is named.</summary>
internal static class AutomationTable
{
    private static readonly ValueKind<Automation> Word = Kinds.Choice<Automation>();

    public static ValueKind<AutomationChoice> Kind { get; } =
        Kinds.Either(
            "'honest', 'hidden' or a mapping of devices to them",
            Word.Select(word => new AutomationChoice(word, [])),
            Kinds.Map("devices", KeyForm.Name, Word).Select(entries => new AutomationChoice(Automation.Honest, entries))
        );
}

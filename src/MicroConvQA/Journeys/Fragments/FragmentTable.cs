using MicroConvQA.Journeys.Actions;
using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys.Fragments;

/// <summary>How authors write a fragment.</summary>
internal static class FragmentTable
{
    public const string NameKey = "fragment";

    public const string VariablesKey = "vars";

    public const string DoKey = "do";

    public static Key<string> Name { get; } = Key.Required(NameKey, Kinds.Name, "The fragment's name, which is also its file's.");

    private static readonly Key<IReadOnlyList<MapEntry<JToken>>> s_variables = Key.Optional(
        VariablesKey,
        Kinds.Map("variables", KeyForm.Variable, JourneyKinds.AnyValue),
        "Its own variables; one without a value must be given under 'with'."
    );

    private static readonly Key<IReadOnlyList<StepAction>> s_do = Key.Required(
        DoKey,
        ActionTable.OnDeviceActions,
        "The shopper's actions, in their order."
    );

    public static Shape Shape { get; } =
        new()
        {
            Name = NameKey,
            Title = "a fragment",
            KeyNoun = "fragment key",
            Keys = [Name, s_variables, s_do],
        };
}

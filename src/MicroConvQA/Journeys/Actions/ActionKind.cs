using System.Diagnostics.CodeAnalysis;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys.Actions;

/// <summary>
/// One action: its bare name, or a mapping whose only key is its name. One that fills several fields becomes several actions.
/// </summary>
internal sealed class ActionKind : ValueKind<IReadOnlyList<StepAction>>
{
    public override string Description => "an action";

    public override bool Fits(SourceNode node) => node is SourceScalar { IsNull: false } or SourceMapping;

    public override bool TryRead(
        SourceNode node,
        string subject,
        ReadScope scope,
        [MaybeNullWhen(false)] out IReadOnlyList<StepAction> value
    )
    {
        value = node switch
        {
            SourceScalar { IsText: true } bare => ReadNamed(bare, null, NodeText.Of(bare), scope),
            SourceMapping { Entries: [var only] } => ReadNamed(only.Key, only.Value, $"{only.Key.Text}: {NodeText.Of(only.Value)}", scope),
            SourceMapping { Entries: [_, var second, ..] } => RefuseSeveral(second, scope),
            _ => Refuse(node, subject, scope) ? [] : null,
        };
        return value is not null;
    }

    public override JObject Schema(SchemaDefinitions definitions) => definitions.Refer("action", () => new JObject
            {
                ["anyOf"] = new JArray(
                    new JObject { ["enum"] = new JArray(ActionTable.Rows.Where(row => row.IsBare).Select(row => row.Name)) },
                    new JObject
                    {
                        ["type"] = "object",
                        ["minProperties"] = 1,
                        ["maxProperties"] = 1,
                        ["properties"] = new JObject(ActionTable.Rows.Select(row => new JProperty(row.Name, SchemaOf(row, definitions)))),
                        ["patternProperties"] = new JObject
                        {
                            [$"^{ActionTable.OnDevicePrefix}.+"] = ActionTable.OnDeviceActions.Schema(definitions),
                        },
                        ["additionalProperties"] = false,
                    }
                ),
            });

    private static JObject SchemaOf(ActionRow row, SchemaDefinitions definitions)
    {
        var schema = new JObject { ["description"] = row.Doc };
        schema.Merge(row.Argument?.Schema(definitions) ?? new JObject { ["type"] = "null" });
        return schema;
    }

    private static IReadOnlyList<StepAction> ReadNamed(SourceScalar name, SourceNode? argument, string text, ReadScope scope)
    {
        var origin = new ActionOrigin(name.Place, text);
        if (name.Text.StartsWith(ActionTable.OnDevicePrefix, StringComparison.Ordinal))
            return ReadOnDevice(name, argument, origin, scope);
        if (ActionTable.Rows.FirstOrDefault(row => row.Name == name.Text) is { } known)
            return known.Read(argument, origin, scope);
        scope.Problems.Add(name.Place, Unknown(name.Text));
        return [];
    }

    private static IReadOnlyList<StepAction> ReadOnDevice(SourceScalar name, SourceNode? argument, ActionOrigin origin, ReadScope scope)
    {
        var devices = name.Text[ActionTable.OnDevicePrefix.Length..]
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (devices.Length == 0 || argument is null)
        {
            scope.Problems.Add(name.Place, $"'{name.Text}' needs a device and its actions: 'on phone: [...]'.");
            return [];
        }
        foreach (var device in devices)
            scope.Note(ReferenceKind.Device, device, name.Place);
        return ActionTable.OnDeviceActions.TryRead(argument, $"'{name.Text}'", scope, out var actions)
            ? [new OnDevice(devices, actions) { Place = origin.Place, Text = origin.Text }]
            : [];
    }

    private static IReadOnlyList<StepAction> RefuseSeveral(SourceEntry second, ReadScope scope)
    {
        scope.Problems.Add(
            second.Key.Place,
            $"an action is one key, but '{second.Key.Text}' is a second one. Give it a list item ('- ') of its own."
        );
        return [];
    }

    private static string Unknown(string name)
    {
        var names = ActionTable.Rows.Select(row => row.Name).ToList();
        var known = names
            .Where(candidate => name.StartsWith(candidate + " ", StringComparison.Ordinal))
            .MaxBy(candidate => candidate.Length);
        return known is null
            ? $"unknown action '{name}'.{Suggestion.Sentence(name, names)}"
            : $"unknown action '{name}'. Is the colon after '{known}' missing?";
    }
}

using System.Globalization;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Source;

namespace MicroConvQA.Journeys.Fragments;

/// <summary>Puts fragments' actions where a journey uses them; every value keeps the place where it was written.</summary>
// It works on the values as written, before they are read, so that a fragment's variables may stand anywhere in its actions.
internal sealed class FragmentExpansion(FragmentLibrary library, SourceProblems problems)
{
    private const int MostActions = 5_000;

    private const int DeepestUse = 20;

    private readonly List<SourceText> _used = [];
    private readonly Stack<string> _open = new();
    private int _actions;

    /// <summary>The files of the fragments that were put in.</summary>
    public IReadOnlyList<SourceText> Used => _used;

    public SourceNode ExpandJourney(SourceNode journey) =>
        Replace(journey, JourneyTable.StepsKey, steps =>
            steps is SourceSequence list
                ? list with
                {
                    Items = [.. list.Items.Select(step => Replace(step, StepTable.DoKey, ExpandActions))],
                }
                : steps
        );

    /// <summary>
    /// The fragment by itself, with its variables' own values; what must be given where it is used cannot be checked here.
    /// </summary>
    public SourceNode ExpandFragment(SourceMapping fragment)
    {
        _open.Push((fragment.Find(FragmentTable.NameKey)?.Value as SourceScalar)?.Text ?? "");
        var own = (fragment.Find(FragmentTable.VariablesKey)?.Value as SourceMapping)?.Entries ?? [];
        var substitution = new FragmentVariables(
            own.ToDictionary(
                entry => entry.Key.Text,
                entry => entry.Value is SourceScalar { IsNull: true } ? new SourceUnreadable(entry.Value.Place) : entry.Value
            )
        );
        var expanded = Replace(fragment, FragmentTable.DoKey, actions => ExpandActions(substitution.PutInto(actions)));
        _open.Pop();
        return expanded;
    }

    private static SourceNode Replace(SourceNode node, string key, Func<SourceNode, SourceNode> turn) =>
        node is SourceMapping mapping
            ? mapping with
            {
                Entries = [.. mapping.Entries.Select(entry => entry.Key.Text == key ? entry with { Value = turn(entry.Value) } : entry)],
            }
            : node;

    private SourceNode ExpandActions(SourceNode actions) =>
        actions is SourceSequence list ? list with { Items = [.. list.Items.SelectMany(ExpandAction)] } : actions;

    private IEnumerable<SourceNode> ExpandAction(SourceNode action) =>
        action switch
        {
            SourceMapping { Entries: [{ Key.Text: ActionTable.FragmentName } use] } when FragmentUse.Of(use.Value) is { } known => Expand(
                known
            ),
            SourceMapping { Entries: [var only] } when only.Key.Text.StartsWith(ActionTable.OnDevicePrefix, StringComparison.Ordinal) =>
            [
                Replace(action, only.Key.Text, ExpandActions),
            ],
            _ => [action],
        };

    private IReadOnlyList<SourceNode> Expand(FragmentUse use)
    {
        if (library.Find(use.Name) is not { } fragment)
            return Refuse(
                use.Place,
                $"there is no fragment '{use.Name}'.{Suggestion.Sentence(use.Name, library.Names)} A fragment is the file fragments/{use.Name}.yaml in the folder of journeys."
            );
        if (_open.Contains(use.Name))
            return Refuse(
                use.Place,
                $"the fragment '{use.Name}' uses itself: {string.Join(" → ", _open.Reverse())} → {use.Name}. Break the circle."
            );
        if (_open.Count >= DeepestUse)
            return Refuse(use.Place, $"fragments use each other more than {DeepestUse} deep here.");
        _actions += fragment.Do.Items.Count;
        if (_actions > MostActions)
            return Refuse(
                use.Place,
                string.Create(CultureInfo.InvariantCulture, $"with its fragments, this has more than {MostActions:N0} actions.")
            );
        return ExpandKnown(use, fragment);
    }

    private IReadOnlyList<SourceNode> ExpandKnown(FragmentUse use, Fragment fragment)
    {
        if (!_used.Contains(fragment.Source))
            _used.Add(fragment.Source);
        var substitution = new FragmentVariables(ValuesFor(use, fragment));
        _open.Push(fragment.Name);
        IReadOnlyList<SourceNode> actions = [.. fragment.Do.Items.Select(substitution.PutInto).SelectMany(ExpandAction)];
        _open.Pop();
        return actions;
    }

    private Dictionary<string, SourceNode> ValuesFor(FragmentUse use, Fragment fragment)
    {
        var values = new Dictionary<string, SourceNode>(fragment.Variables);
        foreach (var given in use.With)
        {
            if (!values.ContainsKey(given.Key.Text))
                problems.Add(
                    given.Key.Place,
                    $"the fragment '{fragment.Name}' has no variable '{given.Key.Text}'.{Suggestion.Sentence(given.Key.Text, values.Keys)} Its variables stand under its 'vars'."
                );
            values[given.Key.Text] = given.Value;
        }
        foreach (
            var name in values
                .Where(pair => pair.Value is SourceScalar { IsNull: true } && use.Place.File != fragment.Source.File)
                .Select(pair => pair.Key)
        )
            problems.Add(
                use.Place,
                $"the fragment '{fragment.Name}' needs a value for '{name}': use: {{name: {fragment.Name}, with: {{{name}: …}}}}."
            );
        return values;
    }

    private IReadOnlyList<SourceNode> Refuse(SourcePlace place, string message)
    {
        problems.Add(place, message);
        return [new SourceUnreadable(place)];
    }
}

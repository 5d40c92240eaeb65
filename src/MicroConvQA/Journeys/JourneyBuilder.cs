using System.Globalization;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Source;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys;

/// <summary>Turns a journey as written into one that can be walked and judged.</summary>
internal sealed class JourneyBuilder(KnownNames known, SourceProblems problems)
{
    private readonly ExpectationBuilder _expectations = new(known.Conversions, problems);

    /// <param name="draft">The journey as written.</param>
    /// <param name="sources">Its file and those of its fragments.</param>
    public Journey Build(JourneyDraft draft, IReadOnlyList<SourceText> sources)
    {
        VariableCircle.Refuse(draft.Variables, problems);
        RefuseSecondValues(draft);
        var ids = StepIds.Of(draft.Steps, problems);
        var variables = draft
            .Variables.SelectMany(variable => VariableText.Flat(variable.Key.Text, variable.Value))
            .DistinctBy(pair => pair.Key)
            .ToDictionary();
        return draft.Journey with
        {
            Variables = variables,
            Matrix = Matrix.RowsOf(draft, problems),
            Steps = [.. draft.Steps.Select((step, index) => Build(step, ids[index], variables.GetValueOrDefault))],
            Sources = sources,
        };
    }

    private Step Build(StepDraft draft, string id, Func<string, JToken?> valueOf) =>
        new()
        {
            Title = draft.Title,
            Id = id,
            Do = draft.Do,
            Expect = [.. draft.Expect.Select((expected, index) => _expectations.Build(expected, PlaceOf(id, expected, index), valueOf))],
            Never = [.. draft.Never.Select(conversion => conversion.Text)],
            May = draft.May,
            Place = draft.Place,
        };

    private static string PlaceOf(string stepId, ExpectationDraft expected, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{stepId}/{index + 1}/{expected.Conversion.Text}");

    // A walk keeps one value a variable, and steps are judged after it: a second value would be held against the first step too.
    private void RefuseSecondValues(JourneyDraft draft)
    {
        var first = draft
            .Variables.Select(variable => variable.Key)
            .Concat(draft.ForEach.Select(variable => variable.Key))
            .ToLookup(key => key.Text, key => key.Place)
            .ToDictionary(group => group.Key, group => group.First());
        foreach (var key in draft.ForEach.Select(variable => variable.Key).Where(key => first[key.Text] != key.Place))
            problems.Add(key.Place, $"the variable '{key.Text}' stands under 'vars' too, in line {first[key.Text].Line}. Keep one.");
        foreach (var action in draft.Steps.SelectMany(step => step.Do).OfType<Remember>())
        {
            foreach (var name in action.Readings.Keys.Where(name => !first.TryAdd(name, action.Place)))
                problems.Add(
                    action.Place,
                    $"the variable '{name}' already has a value from {first[name]}. Remember this one by a name of its own."
                );
        }
    }
}

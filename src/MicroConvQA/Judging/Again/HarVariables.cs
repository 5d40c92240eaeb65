using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Source;

namespace MicroConvQA.Judging.Again;

/// <summary>The variables that a walk would have read from the page or made up, and that whoever made a HAR must tell.</summary>
internal static class HarVariables
{
    private const string Person = "person.";

    private static readonly SourcePlace Asked = SourcePlace.Whole("command line");

    /// <summary>The names that a journey remembers from the page.</summary>
    public static IReadOnlyList<string> RememberedIn(Journey journey) =>
        [.. journey.Steps.SelectMany(step => Leaves(step.Do)).OfType<Remember>().SelectMany(action => action.Readings.Keys).Distinct()];

    /// <summary>Reads <c>price=349</c>; all that is wrong is reported at once.</summary>
    public static IReadOnlyDictionary<string, string> Read(IReadOnlyList<string> given, Journey journey)
    {
        var (values, problems) = (new Dictionary<string, string>(), new SourceProblems());
        foreach (var text in given)
            if (text.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var equals))
                problems.Add(Asked, $"--var '{text}': name a variable and its value, such as 'price=349'.");
            else if (ProblemWith(text[..equals], journey) is { } problem)
                problems.Add(Asked, $"--var '{text}': {problem}");
            else if (!values.TryAdd(text[..equals], text[(equals + 1)..]))
                problems.Add(Asked, $"--var '{text}': '{text[..equals]}' has the value '{values[text[..equals]]}' already. Give it once.");
        problems.ThrowIfAny();
        return values;
    }

    private static IEnumerable<StepAction> Leaves(IEnumerable<StepAction> actions) =>
        actions.SelectMany(action => action is OnDevice on ? Leaves(on.Actions) : [action]);

    private static string? ProblemWith(string name, Journey journey)
    {
        var remembered = RememberedIn(journey);
        if (remembered.Contains(name) || VariableText.EnvironmentNameIn(name) is not null)
            return null;
        string[] known = [.. remembered, .. VariableText.PersonFields.Select(field => Person + field)];
        return known.Contains(name)
            ? null
            : $"the journey '{journey.Name}' does not remember '{name}' from the page.{Suggestion.Sentence(name, known)}";
    }
}

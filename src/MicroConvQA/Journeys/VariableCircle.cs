using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys;

/// <summary>Finds variables whose values refer to themselves.</summary>
internal static class VariableCircle
{
    public static void Refuse(IReadOnlyList<MapEntry<JToken>> variables, SourceProblems problems)
    {
        var open = variables.ToDictionary(variable => variable.Key.Text, variable => NamesIn(variable.Value));
        var users = variables
            .SelectMany(variable => open[variable.Key.Text].Select(used => (used, user: variable.Key.Text)))
            .ToLookup(pair => pair.used, pair => pair.user);
        var closed = new Queue<string>(open.Where(pair => !pair.Value.Any(open.ContainsKey)).Select(pair => pair.Key));
        while (closed.TryDequeue(out var name))
            Close(name, open, users[name], closed);
        foreach (var variable in variables.Where(variable => open.ContainsKey(variable.Key.Text)))
            problems.Add(
                variable.Key.Place,
                $"the variable '{variable.Key.Text}' refers to itself, directly or through others. Break the circle."
            );
    }

    private static void Close(string name, Dictionary<string, HashSet<string>> open, IEnumerable<string> users, Queue<string> closed)
    {
        open.Remove(name);
        foreach (var user in users.Where(open.ContainsKey))
        {
            open[user].Remove(name);
            if (!open[user].Any(open.ContainsKey))
                closed.Enqueue(user);
        }
    }

    private static HashSet<string> NamesIn(JToken value) =>
        [
            .. (value is JContainer container ? container.DescendantsAndSelf() : [value])
                .Where(token => token.Type == JTokenType.String)
                .SelectMany(token => VariableText.NamesIn((string)token!)),
        ];
}

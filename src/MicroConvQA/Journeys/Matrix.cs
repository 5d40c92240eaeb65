using MicroConvQA.Source;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys;

/// <summary>Multiplies the lists of <c>for each</c> into rows.</summary>
internal static class Matrix
{
    private const int MostRows = 200;

    /// <summary>The rows, the last variable changing fastest; none where there are too many, which is reported.</summary>
    public static IReadOnlyList<MatrixRow> RowsOf(JourneyDraft draft, SourceProblems problems)
    {
        if (draft.ForEach.Count == 0)
            return [];
        var count = draft.ForEach.Aggregate(1.0, (product, variable) => product * variable.Value.Count);
        if (count > MostRows)
        {
            problems.Add(draft.ForEachPlace, $"'for each' makes {count} rows; at most {MostRows} are walked. Split the journey.");
            return [];
        }
        IEnumerable<IReadOnlyDictionary<string, JToken>> rows = [new Dictionary<string, JToken>()];
        foreach (var variable in draft.ForEach)
            rows = rows.SelectMany(row => variable.Value.Select(value => With(row, variable.Key.Text, value))).ToList();
        return [.. rows.Select(row => new MatrixRow(row))];
    }

    /// <summary>The names of all variables of the rows.</summary>
    public static IEnumerable<string> NamesOf(JourneyDraft draft) =>
        draft
            .ForEach.SelectMany(variable => variable.Value.SelectMany(value => VariableText.Flat(variable.Key.Text, value)))
            .Select(pair => pair.Key);

    private static Dictionary<string, JToken> With(IReadOnlyDictionary<string, JToken> row, string name, JToken value) =>
        row.Concat(VariableText.Flat(name, value)).ToDictionary();
}

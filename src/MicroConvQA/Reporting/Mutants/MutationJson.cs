using MicroConvQA.Mutation;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Reporting.Mutants;

/// <summary>Writes what became of all mutants for programs. The format is described in docs/mutation.md.</summary>
internal static class MutationJson
{
    private const int Format = 1;

    /// <param name="report">The fates.</param>
    /// <param name="output">Where it goes; it is left open.</param>
    public static void Write(MutationReport report, TextWriter output)
    {
        var json = new JObject
        {
            ["format"] = Format,
            ["score"] = Math.Round(report.Score, 2),
            ["walks"] = new JArray(report.Walks),
            ["killed"] = report.Count(MutantFate.Killed),
            ["survived"] = report.Count(MutantFate.Survived),
            ["equivalent"] = report.Count(MutantFate.Equivalent),
            ["notMade"] = new JArray(report.NotMade),
            ["conversions"] = new JArray(report.Conversions.Select(Conversion)),
            ["mutants"] = new JArray(report.Mutants.Select(Entry)),
        };
        using (var writer = new JsonTextWriter(output) { Formatting = Formatting.Indented, CloseOutput = false })
            json.WriteTo(writer);
        output.Write('\n');
    }

    private static JObject Conversion(MutationScore score) =>
        new()
        {
            ["conversion"] = score.Conversion,
            ["mutants"] = score.Mutants,
            ["killed"] = score.Killed,
            ["survived"] = score.Survived,
            ["equivalent"] = score.Equivalent,
            ["score"] = Math.Round(score.Percent, 2),
        };

    private static JObject Entry(Mutant mutant) =>
        new()
        {
            ["operator"] = mutant.Operator,
            ["walk"] = mutant.Walk,
            ["conversion"] = mutant.Conversion,
            ["destination"] = mutant.Destination,
            ["step"] = mutant.Step,
            ["parameter"] = mutant.Parameter,
            ["what"] = mutant.What,
            ["fate"] = mutant.Fate.ToString().ToLowerInvariant(),
            ["killedBy"] = mutant.KilledBy is { } kind ? FindingKindText.Of(kind) : null,
            ["rule"] = mutant.Rule,
            ["remedy"] = mutant.Remedy is { } remedy
                ? new JObject
                {
                    ["file"] = remedy.Place.File,
                    ["line"] = remedy.Place.Line,
                    ["what"] = remedy.What,
                    ["write"] = remedy.Line,
                }
                : null,
        };
}

using MicroConvQA.Decoding;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Judging;

/// <summary>
/// Warns of words that stand for an absent value in parameters that the dictionary does not declare; what it declares is judged with its
/// expectation.
/// </summary>
internal sealed class PlaceholderAudit(CaseFile file)
{
    // What a hit has beyond this is no parameter that anybody reads.
    private const int MostValues = 500;

    /// <summary>One warning for each parameter of an event at a destination, however often it was sent.</summary>
    public IEnumerable<Finding> Findings() =>
        from hit in file.Match.Hits
        where hit.Attributed.Hit.Role == HitRole.Event && hit.Uncounted == Uncounted.No && !file.IsIgnored(hit, file.ConversionOf(hit))
        from found in hit.Known("placeholders", () => PlaceholdersIn(hit).ToList())
        group (hit, found) by (Destination: hit.Destination.Name, hit.Attributed.Hit.Event, found.Name) into same
        select Of([.. same.Select(one => one.hit)], same.First().found);

    private IEnumerable<(string Name, string Value, string Cause)> PlaceholdersIn(LedgerHit hit)
    {
        var declared = Declared(hit);
        return Values(hit.Attributed.Hit)
            .Take(MostValues)
            .Where(value => !declared.Contains(value.Name))
            .Select(value => (value.Name, Value: value.Value, Cause: file.Shopper.PlaceholderIn(value.Value, value.Name.Split('.')[^1])))
            .Where(value => value.Cause is not null)
            .Select(value => (value.Name, ConditionWords.Found(value.Value)!, value.Cause!));
    }

    /// <summary>Parameters by their dotted path, and items' fields without the item's place.</summary>
    private static IEnumerable<(string Name, JToken Value)> Values(Hit hit) =>
        hit
            .Parameters.Properties()
            .Where(property => property.Name != WireFields.Name)
            .SelectMany(property => Leaves(property.Name, property.Value))
            .Concat(hit.Items.SelectMany(item => Leaves("items", item)));

    private static IEnumerable<(string Name, JToken Value)> Leaves(string path, JToken value) =>
        value switch
        {
            JObject inner => inner.Properties().SelectMany(property => Leaves($"{path}.{property.Name}", property.Value)),
            JArray list => list.SelectMany(entry => Leaves(path, entry)),
            JValue => [(path, value)],
            _ => [],
        };

    private HashSet<string> Declared(LedgerHit hit)
    {
        if (file.ConversionOf(hit) is not { } conversion || conversion.At[hit.Destination.Name] is not { } at)
            return [];
        return
        [
            .. conversion.Parameters.Select(rule => at.ParameterPaths.GetValueOrDefault(rule.Name, rule.Name)),
            .. conversion.Parameters.SelectMany(rule =>
                rule.ItemFields.SelectMany(field =>
                    new[] { rule.Name, at.ParameterPaths.GetValueOrDefault(rule.Name, rule.Name), "items" }.Select(list =>
                        $"{list}.{at.ItemFieldNames.GetValueOrDefault(field.Name, field.Name)}"
                    )
                )
            ),
        ];
    }

    private Finding Of(List<LedgerHit> hits, (string Name, string Value, string Cause) found)
    {
        var finding = FindingDraft.About(file, hits, FindingKind.WrongParameter);
        return finding with
        {
            Message =
                $"{finding.Conversion ?? hits[0].Attributed.Hit.Event} at {hits[0].Destination.Title}: '{found.Name}' is {found.Value} "
                + $"{file.InStep(hits[0].StepIndex)}, which is a placeholder and no value; the dictionary does not declare it.",
            Expected = $"a value of '{found.Name}', or none",
            Found = $"{found.Value} in {Words.Count(hits.Count, "hit")} ({Words.Requests(finding.Requests)})",
            LikelyCause = found.Cause,
            NextMove =
                $"Correct what fills '{found.Name}' in request {hits[0].Request}, or declare it in the dictionary, so that such a value fails.",
            IsWarning = true,
        };
    }
}

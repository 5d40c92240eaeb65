using System.Text.RegularExpressions;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Journeys.Fragments;
using MicroConvQA.Journeys.Locators;
using MicroConvQA.Journeys.Variants;
using MicroConvQA.Source.Shapes;
using MicroConvQA.Specs.Journeys;
using MicroConvQA.Vendors;

namespace MicroConvQA.Specs.Schemas;

/// <summary>Writes the tables of the languages' reference pages from the tables that the readers use.</summary>
internal static partial class LanguageTables
{
    private static readonly Dictionary<string, Func<string>> s_parts = new()
    {
        ["example"] = () => $"```yaml\n{File.ReadAllText(ExampleSpecs.Path).TrimEnd()}\n```",
        ["journey"] = () => Table(JourneyTable.Shape),
        ["step"] = () => Table(StepTable.Shape),
        ["actions"] = Actions,
        ["action arguments"] = () => string.Join("\n\n", ActionTable.Shapes.Select(shape => $"`{shape.Name}`:\n\n{Table(shape)}")),
        ["locator"] = () => Table(LocatorTable.Shape),
        ["page reading"] = () => Table(PageReadingTable.Shape),
        ["expectation"] = () => Table(ExpectationTable.Shape),
        ["condition"] = () => Table(ConditionTable.OfJourneys.Shape),
        ["bounds"] = () => Table(BoundsTable.Shape),
        ["same as"] = () => Table(SameAsTable.Shape),
        ["fragment"] = () => Table(FragmentTable.Shape),
        ["dictionary"] = () => Table(DictionaryTable.Shape),
        ["conversion"] = () => Table(ConversionTable.Shape),
        ["parameter"] = () => Table(ParameterTable.Shape),
        ["destination event"] = () => Table(DestinationEventTable.Shape),
        ["change"] = () => Table(ConversionTable.History),
        ["types"] = () => string.Join(", ", ParameterTypes.Spellings.Keys.Select(name => $"`{name}`")),
        ["vendor"] = () => Table(DeclarationTable.Shape),
        ["hit"] = () => Table(HitTable.Hit),
        ["payload"] = () => Table(PayloadTable.Shape),
        ["aliases"] = () => Table(AliasTable.Shape),
        ["answer"] = () => Table(AnswerTable.Shape),
        ["bot filter"] = () => Table(BotFilterTable.Shape),
        ["for variants"] = () => Table(VariantFactsTable.Shape),
        ["quantity"] = () => Table(VariantFactsTable.QuantityShape),
        ["currency"] = () => Table(VariantFactsTable.CurrencyShape),
        ["withdrawn-consent"] = () => Table(VariantFactsTable.WithdrawnConsentShape),
        ["person"] = () => string.Join(", ", VariableText.PersonFields.Select(field => $"`$person.{field}`")),
    };

    /// <summary>The names of all generated parts.</summary>
    public static IEnumerable<string> Parts => s_parts.Keys;

    /// <summary>The page with each generated part written anew between its marks.</summary>
    public static string Fill(string page) =>
        Part()
            .Replace(page, match =>
                $"<!-- begin {match.Groups["name"].Value} -->\n{s_parts[match.Groups["name"].Value]()}\n<!-- end {match.Groups["name"].Value} -->"
            );

    private static string Table(Shape shape)
    {
        var rows = shape.Keys.Select(key =>
            Row($"`{key.Name}`", key.Kind.Description, key.IsRequired ? "required" : key.Default ?? "", key.Doc)
        );
        var others = shape.Others is null ? [] : new[] { Row("any other", shape.Others.Kind.Description, "", shape.Others.Doc) };
        return string.Join("\n", ["| key | value | where silent | meaning |", "| --- | --- | --- | --- |", .. rows, .. others]);
    }

    private static string Actions()
    {
        var rows = ActionTable.Rows.Select(row =>
            Row($"`{row.Name}`", row.Argument is null ? "" : row.Argument.Description + (row.IsBare ? ", or nothing" : ""), row.Doc)
        );
        var onDevice = Row(
            $"`{ActionTable.OnDeviceName}`",
            ActionTable.OnDeviceActions.Description,
            "Does the actions on that device, or on devices of that group, only; several are separated by commas."
        );
        return string.Join("\n", ["| action | what follows | meaning |", "| --- | --- | --- |", .. rows, onDevice]);
    }

    private static string Row(params string[] cells) =>
        $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";

    [GeneratedRegex("<!-- begin (?<name>[^>]+) -->.*?<!-- end \\k<name> -->", RegexOptions.Singleline)]
    private static partial Regex Part();
}

using System.Diagnostics.CodeAnalysis;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Configuration.Reports;

/// <summary>An entry of <c>reporter</c> as Playwright writes it: <c>"allure"</c> or <c>["allure", {"resultsDir": "results"}]</c>.</summary>
internal sealed class ReporterKind : ValueKind<ReporterOptions>
{
    private static readonly Dictionary<string, ArtifactMode> TrafficModes = new()
    {
        ["on"] = ArtifactMode.On,
        ["retain-on-failure"] = ArtifactMode.RetainOnFailure,
    };

    private static readonly Key<string> OutputFolder = Key.Optional(
        "outputFolder",
        Kinds.Text,
        "The folder of the HTML report.",
        "allure-report"
    );

    private static readonly Key<string> OutputFile = Key.Optional("outputFile", Kinds.Text, "The file that is written.");

    private static readonly Key<string> ResultsDirectory = Key.Optional(
        "resultsDir",
        Kinds.Text,
        "The folder of the Allure result files.",
        "allure-results"
    );

    private static readonly Key<ArtifactMode> Traffic = Key.Optional(
        "traffic",
        Kinds.Choice(TrafficModes),
        "Of which walks the Allure report shows every hit and request: of all, or of those that did not pass.",
        "retain-on-failure"
    );

    private static readonly ValueKind<string> Name = Kinds.Choice(Reporters.All.ToDictionary(name => name));

    private static readonly ValueKind<ReporterOptions> Options = Kinds.Object<ReporterOptions>(
        new Shape
        {
            Name = "reporter options",
            Title = "a reporter's options",
            KeyNoun = "reporter option",
            Keys = [OutputFolder, OutputFile, ResultsDirectory, Traffic],
        },
        (found, _) =>
            new ReporterOptions("", found.Get(OutputFolder), found.Get(OutputFile), found.Get(ResultsDirectory))
            {
                Traffic = found.GetValue(Traffic),
            }
    );

    public override string Description => "a reporter's name or [name, {options}]";

    public override bool Fits(SourceNode node) => node is SourceScalar { IsNull: false } or SourceSequence;

    public override JObject Schema(SchemaDefinitions definitions) =>
        new()
        {
            ["anyOf"] = new JArray(
                Name.Schema(definitions),
                new JObject
                {
                    ["type"] = "array",
                    ["prefixItems"] = new JArray(Name.Schema(definitions), Options.Schema(definitions)),
                    ["minItems"] = 1,
                    ["maxItems"] = 2,
                }
            ),
        };

    public override bool TryRead(SourceNode node, string subject, ReadScope scope, [MaybeNullWhen(false)] out ReporterOptions value)
    {
        value = null;
        var (name, options) = node switch
        {
            SourceScalar { IsNull: false } => (node, null),
            SourceSequence { Items: [var first] } => (first, null),
            SourceSequence { Items: [var first, var second] } => (first, second),
            _ => (null, (SourceNode?)null),
        };

        if (name is null)
            return Refuse(node, subject, scope);
        if (!Name.TryRead(name, "a reporter", scope, out var known))
            return false;

        var none = new ReporterOptions("");
        var given = options is not null && Options.TryRead(options, $"the options of '{known}'", scope, out var read) ? read : none;
        value = given with { Name = known };
        return true;
    }
}

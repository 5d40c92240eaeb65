using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Fragments;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;
using MicroConvQA.Vendors;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Schemas;

/// <summary>
/// Writes the JSON Schemas (draft 2020-12) by which editors complete and check authors' files, from the tables that the readers use.
/// </summary>
internal static class SchemaWriter
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>All schemas, each with its file name.</summary>
    /// <param name="configurations">The reader of the configuration, whose keys depend on the known vendors.</param>
    public static IReadOnlyList<SourceText> All(ConfigurationReader configurations) =>
        [Journey(), Dictionary(), Vendor(), Configuration(configurations)];

    /// <summary>The schema of journeys and fragments, which are told apart by their first key.</summary>
    public static SourceText Journey()
    {
        var definitions = new SchemaDefinitions();
        var choice = new JObject
        {
            ["if"] = new JObject { ["required"] = new JArray(FragmentTable.NameKey) },
            ["then"] = definitions.Refer(FragmentTable.Shape.Name, () => FragmentTable.Shape.Schema(definitions)),
            ["else"] = definitions.Refer(JourneyTable.Shape.Name, () => JourneyTable.Shape.Schema(definitions)),
        };
        return File("journey", "A journey or a fragment of MicroConvQA", choice, definitions);
    }

    /// <summary>The schema of the dictionary.</summary>
    public static SourceText Dictionary() => Of("dictionary", "The dictionary of micro-conversions of MicroConvQA", DictionaryTable.Shape);

    /// <summary>The schema of declared vendors.</summary>
    public static SourceText Vendor() => Of("vendor", "A declared vendor of MicroConvQA", DeclarationTable.Shape);

    /// <summary>The schema of <c>playwright.config.json</c>.</summary>
    /// <param name="configurations">The reader of the configuration.</param>
    public static SourceText Configuration(ConfigurationReader configurations) =>
        Of("config", "playwright.config.json as MicroConvQA reads it", configurations.Shape);

    private static SourceText Of(string name, string title, Shape shape)
    {
        var definitions = new SchemaDefinitions();
        return File(name, title, shape.Schema(definitions), definitions);
    }

    private static SourceText File(string name, string title, JObject root, SchemaDefinitions definitions)
    {
        var schema = new JObject { ["$schema"] = Draft, ["title"] = title };
        schema.Merge(root);
        schema["$defs"] = definitions.ToJson();
        return new SourceText($"{name}.schema.json", schema.ToString().ReplaceLineEndings("\n") + "\n");
    }
}

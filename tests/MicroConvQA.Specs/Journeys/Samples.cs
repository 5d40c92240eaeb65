using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Planning;
using MicroConvQA.Source;

namespace MicroConvQA.Specs.Journeys;

/// <summary>Texts and names that the specs of the readers share.</summary>
internal static class Samples
{
    public const string Dictionary = """
        conversions:
          search:
            title: Search
            definition: A shopper searches and finds something.
            trigger: The result page shows at least one product.
            stage: discovery
            tier: 1
            weight: 6
            owner: growth
            counting: once per page
            parameters:
              search_term: text
              results: {type: integer, at least: 1, description: How many products were found.}
            at:
              ga4: search
          view_item:
            title: Product viewed
            definition: A shopper looks at a product for five seconds.
            trigger: Five seconds on a product page.
            stage: discovery
            tier: 1
            weight: 5
            counting: once per product
            parameters:
              value: money
              currency: currency
              items:
                required: true
                items: {id: sku, price: {type: money, required: false}}
            at:
              ga4: {event: view_item, items: {id: item_id}}
              plausible: {event: Product, parameters: {value: props.value, currency: not sent}, items: {price: not sent}}
            history:
              - {date: 2026-01-31, change: First version.}
            review: 30d
          purchase:
            title: Purchase
            definition: An order is paid.
            trigger: The thank-you page.
            stage: purchase
            tier: 1
            weight: 10
            parameters: {value: money, currency: currency}
            at: {ga4: purchase, plausible: Purchase}
        ignore: [user_engagement, "gtm.*"]
        """;

    public static SourceText DictionaryText { get; } = new("journeys/dictionary.yaml", Dictionary);

    public static ConversionDictionary ReadDictionary() => new DictionaryReader(["ga4", "plausible"]).Read(DictionaryText);

    public static KnownNames Names { get; } =
        WorkspaceNames.Of(ReadDictionary(), null) with
        {
            Devices = ["desktop-chrome", "pixel-7", "desktop", "phone", "tablet"],
            Destinations = ["ga4", "plausible", "meta"],
            ConsentPresets = ["granted", "denied", "none"],
        };

    public static SourceText File(string text, string name = "checkout") => new($"journeys/{name}.yaml", text);

    public static Journey Read(string text, params SourceText[] fragments) => new JourneyReader(Names).Read([File(text), .. fragments])[0];

    /// <summary>A journey of one step with these actions, written as a YAML list in one line.</summary>
    public static Step Step(string actions, string expect = "[]") =>
        Read($"journey: any\nvars: {{sku: LAMP, total: 5}}\nsteps:\n  - step: Any\n    do: {actions}\n    expect: {expect}\n").Steps[0];

    public static IReadOnlyList<string> ProblemsOf(params SourceText[] texts)
    {
        var problems = new SourceProblems();
        new JourneyReader(Names).Read(texts, problems);
        return [.. problems.InOrder().Select(problem => problem.ToString())];
    }

    public static IReadOnlyList<string> ProblemsOf(string text) => ProblemsOf(File(text));
}

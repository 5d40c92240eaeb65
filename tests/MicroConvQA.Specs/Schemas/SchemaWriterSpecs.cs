using FluentAssertions;
using MicroConvQA.Configuration;
using MicroConvQA.Decoding;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Schemas;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;
using MicroConvQA.Specs.Configuration.Devices;
using MicroConvQA.Specs.Journeys;
using MicroConvQA.Specs.Vendors;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Schemas;

internal sealed class SchemaWriterSpecs
{
    private static readonly JObject s_journey = JObject.Parse(SchemaWriter.Journey().Text);

    private static readonly JObject s_dictionary = JObject.Parse(SchemaWriter.Dictionary().Text);

    private static readonly JObject s_vendor = JObject.Parse(SchemaWriter.Vendor().Text);

    private static readonly string[] s_schemas =
    [
        "journey.schema.json",
        "dictionary.schema.json",
        "vendor.schema.json",
        "config.schema.json",
    ];

    private static readonly IReadOnlyList<string> s_repositoryJourneys =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "journeys"), "*.yaml", SearchOption.AllDirectories),
        ExampleSpecs.Path,
    ];

    private static readonly IReadOnlyList<string> s_declaredVendors =
    [
        .. Directory.EnumerateFiles(Path.Combine(Repository.SourceOf("MicroConvQA"), "Decoding", "Declared"), "*.yaml"),
    ];

    private static ConfigurationReader Configurations { get; } = new(new KnownDevices(), StandardDecoders.All.KnownVendors);

    private static JToken Json(string yaml)
    {
        var problems = new SourceProblems();
        new AnyValueKind(Kinds.Literal).TryRead(
            YamlSource.Parse(new SourceText("a.yaml", yaml), problems).Root,
            "a file",
            new ReadScope(new SourceProblems()),
            out var json
        );
        problems.ThrowIfAny();
        return json!;
    }

    [TestCaseSource(nameof(s_schemas))]
    public void The_published_schema_is_the_one_that_the_readers_tables_say(string name)
    {
        var schema = SchemaWriter.All(Configurations).Single(file => file.File == name);

        Approved.HoldsAgainst(schema.Text, Path.Combine(Repository.Root, "docs", "schemas", name));
    }

    [Test]
    public void Every_action_is_in_the_schema()
    {
        var action = s_journey["$defs"]!["action"]!["anyOf"]!;

        var names = action[1]!["properties"]!.Select(property => ((JProperty)property).Name).Append("on DEVICE");

        names.Should().Equal(JourneyLanguage.Actions);
    }

    [Test]
    public void Every_condition_is_in_the_schema()
    {
        var words = s_journey["$defs"]!["condition-mapping"]!["properties"]!.Select(property => ((JProperty)property).Name);

        words.Where(word => word != "of").Should().Equal(JourneyLanguage.Conditions);
    }

    [Test]
    public void Every_way_to_find_an_element_is_in_the_schema()
    {
        var keys = s_journey["$defs"]!["locator-mapping"]!["properties"]!.Select(property => ((JProperty)property).Name);

        keys.Except(JourneyLanguage.Locators).Should().Equal("name");
    }

    [TestCaseSource(nameof(s_repositoryJourneys))]
    public void Files_that_are_read_without_a_problem_are_accepted(string file)
    {
        var text = File.ReadAllText(file);
        var schema = Path.GetFileName(file) == "dictionary.yaml" ? s_dictionary : s_journey;

        var isAccepted = new SchemaCheck(schema).Accepts(Json(text));

        isAccepted.Should().BeTrue();
    }

    [TestCaseSource(nameof(s_declaredVendors))]
    public void Declared_vendors_that_come_with_the_tool_are_accepted(string file)
    {
        var isAccepted = new SchemaCheck(s_vendor).Accepts(Json(File.ReadAllText(file)));

        isAccepted.Should().BeTrue();
    }

    [TestCase("vendor: Own")]
    [TestCase("tittle: Own")]
    [TestCase("rests on: hearsay")]
    [TestCase("endpoints: https://t.example/e")]
    [TestCase("endpoints: t.example/a*b")]
    [TestCase("each: bdy.list")]
    [TestCase("hit: {evnt: query.e}")]
    [TestCase("hit: {event: qurey.e}")]
    [TestCase("hit: {event: query.*}")]
    [TestCase("hit: {event: []}")]
    [TestCase("hit: {event: {allways: buy}}")]
    [TestCase("hit: {event: query.e, role: evnt}")]
    [TestCase("hit: {event: query.e, parameters: {a: query.*}}")]
    [TestCase("hit: {event: query.e, parameters: [5]}")]
    [TestCase("cases: [{role: state}]")]
    [TestCase("cases: [{where: {querry.a: 1}}]")]
    [TestCase("cases: [{where: {query.a: {their: true}}}]")]
    [TestCase("standard events: {Buy: a purchase}")]
    [TestCase("aliases: {revenue: r}")]
    [TestCase("answer: {status: 404}")]
    [TestCase("payload: {keys: a}")]
    public void What_the_vendors_reader_refuses_the_schema_refuses_too(string wrong)
    {
        var key = wrong.Split(':')[0];
        var right = new Dictionary<string, string> { ["vendor"] = "vendor: own", ["hit"] = "hit: {event: query.e}" };
        right[key] = wrong;
        var text = string.Join("\n", right.Values);

        var isAccepted = new SchemaCheck(s_vendor).Accepts(Json(text));

        (Declarations.ProblemsOf(("own", text)).Count > 0, isAccepted).Should().Be((true, false));
    }

    [Test]
    public void The_sample_dictionary_is_accepted()
    {
        var isAccepted = new SchemaCheck(s_dictionary).Accepts(Json(Samples.Dictionary));

        isAccepted.Should().BeTrue();
    }

    [TestCase("stpes: 1")]
    [TestCase("title: 5")]
    [TestCase("tags: {a: b}")]
    [TestCase("visitor: old")]
    [TestCase("strict: yes")]
    [TestCase("clock: fast")]
    [TestCase("vars: [a]")]
    [TestCase("for each: {a: []}")]
    [TestCase("journey: Not A Name")]
    [TestCase("steps: []")]
    [TestCase("steps: [{step: A}]")]
    [TestCase("steps: [{do: [back]}]")]
    [TestCase("steps: [{step: A, do: [clik]}]")]
    [TestCase("steps: [{step: A, do: [{clik: B}]}]")]
    [TestCase("steps: [{step: A, do: [{click: B, tap: C}]}]")]
    [TestCase("steps: [{step: A, do: [{click: {role: buton}}]}]")]
    [TestCase("steps: [{step: A, do: [{click: {text: a, css: b}}]}]")]
    [TestCase("steps: [{step: A, do: [{click: {text: a, nth: 0}}]}]")]
    [TestCase("steps: [{step: A, do: [{stay: 5}]}]")]
    [TestCase("steps: [{step: A, do: [{scroll percent: 200}]}]")]
    [TestCase("steps: [{step: A, do: [{swipe: {on: a, to: lft}}]}]")]
    [TestCase("steps: [{step: A, do: [{press: {on: a}}]}]")]
    [TestCase("steps: [{step: A, do: [{remember: {a: {text off: b}}}]}]")]
    [TestCase("steps: [{step: A, expect: [{search: {a: {contians: b}}}]}]")]
    [TestCase("steps: [{step: A, expect: [{search: {a: {type: mony}}}]}]")]
    [TestCase("steps: [{step: A, expect: [{search: {a: {absent: false}}}]}]")]
    [TestCase("steps: [{step: A, expect: [{search: {times: 0}}]}]")]
    [TestCase("steps: [{step: A, expect: [{search: {within: soon}}]}]")]
    [TestCase("steps: [{step: A, expect: [{search: {}, purchase: {}}]}]")]
    public void What_the_reader_refuses_the_schema_refuses_too(string wrong)
    {
        var key = wrong.Split(':')[0];
        var right = new Dictionary<string, string> { ["journey"] = "journey: any", ["steps"] = "steps: [{step: A, do: [back]}]" };
        right[key] = wrong;
        var text = string.Join("\n", right.Values);
        var problems = new SourceProblems();
        new JourneyReader(KnownNames.Nothing).Read([new SourceText("a.yaml", text)], problems);

        var isAccepted = new SchemaCheck(s_journey).Accepts(Json(text));

        (problems.Any, isAccepted).Should().Be((true, false));
    }

    [TestCase("tier: 1", "tier: 3")]
    [TestCase("stage: discovery", "stage: top")]
    [TestCase("title: Search", "titel: Search")]
    [TestCase("counting: once per page", "counting: often")]
    [TestCase("ga4: search", "ga4: {evnt: search}")]
    [TestCase("search_term: text", "search_term: txt")]
    [TestCase("date: 2026-01-31", "date: yesterday")]
    public void What_the_dictionarys_reader_refuses_the_schema_refuses_too(string right, string wrong)
    {
        var text = Samples.Dictionary.Replace(right, wrong, StringComparison.Ordinal);
        var problems = new SourceProblems();
        new DictionaryReader(null).Read(new SourceText("d.yaml", text), problems);

        var isAccepted = new SchemaCheck(s_dictionary).Accepts(Json(text));

        (problems.Any, isAccepted).Should().Be((true, false));
    }
}

using FluentAssertions;
using MicroConvQA.Decoding;
using MicroConvQA.Recording.Har;
using MicroConvQA.Reporting.Hits;
using MicroConvQA.Specs.Recording.Har;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Reporting.Hits;

internal sealed class HitsJsonSpecs
{
    private const string Purchase = "https://www.facebook.com/tr/?id=1000000001&ev=Purchase&dl=https%3A%2F%2Fshop.example%2F&eid=order-1";

    [Test]
    public void It_is_written_as_approved() => Approved.Matches(Written(HarExportSpecs.Read("chrome")), "chrome", "json");

    [Test]
    public void A_copy_is_no_event_and_says_of_which_request()
    {
        var hits = JArray.Parse(Written(HarSample.Read(HarSample.Entry(0, Purchase, "GET"), HarSample.Entry(1, Purchase, "GET"))));

        hits.Select(hit => ((bool)hit["aux"]!, (int?)hit["copyOf"])).Should().Equal((false, null), (true, 1));
    }

    [Test]
    public void Every_entry_has_every_key()
    {
        var hits = JArray.Parse(Written(HarExportSpecs.Read("chrome"))).Cast<JObject>().ToList();

        hits.Select(hit => string.Join(' ', hit.Properties().Select(property => property.Name))).Distinct().Should().ContainSingle();
        hits.Should().Contain(hit => hit["problem"]!.Type == JTokenType.String && hit["event"]!.Type == JTokenType.Null);
    }

    [Test]
    public void The_documentation_names_every_key()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "hits-json.md"));
        var keys = ((JObject)JArray.Parse(Written(HarExportSpecs.Read("chrome")))[0]).Properties().Select(property => property.Name);

        keys.Where(key => !page.Contains($"`{key}`", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Test]
    public void Nothing_is_an_empty_list() => Written(HarSample.Read()).Should().Be("[]\n");

    private static string Written(HarLog log)
    {
        using var text = new StringWriter { NewLine = "\n" };
        HitsJson.Write(DecodedTraffic.Of(log.Requests, Decoding.Sample.Decoder), log.StartedAt, text);
        return text.ToString();
    }
}

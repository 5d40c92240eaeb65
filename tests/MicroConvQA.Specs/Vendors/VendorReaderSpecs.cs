using FluentAssertions;
using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Vendors;
using NUnit.Framework;

namespace MicroConvQA.Specs.Vendors;

internal static class VendorReaderSpecs
{
    private static string Vendor(string name, string endpoint) => $"vendor: {name}\nendpoints: '{endpoint}'\nhit: {{event: query.e}}\n";

    public sealed class Reading
    {
        [Test]
        public void The_smallest_vendor_is_a_name_and_where_the_event_stands()
        {
            var vendor = Declarations.Read("vendor: own\nhit: {event: query.e}\n");

            (vendor.Name, vendor.Title, vendor.Source.File).Should().Be(("own", "own", "journeys/vendors/own.yaml"));
        }

        [TestCase("query.m.value", "query.m.value")]
        [TestCase("body.data.0.name", "body.data.0.name")]
        [TestCase("path.last", "path.last")]
        [TestCase("path.12", "path.12")]
        [TestCase("header.x-event", "header.x-event")]
        [TestCase("host", "host")]
        public void A_place_is_written_as_it_is_read(string written, string read) =>
            Declarations
                .Read($"vendor: own\nhit: {{event: {written}}}\n")
                .Format.Hit.Parts[HitPart.Event]
                .Single()
                .ToString()
                .Should()
                .Be(read);

        [TestCase("t.example/e", "t.example", "/e")]
        [TestCase("*.example/e/*", "*.example", "/e/*")]
        [TestCase("www.example.*/e", "www.example.*", "/e")]
        [TestCase("t.example/**/v1/e", "t.example", "*/v1/e")]
        [TestCase("t.example/", "t.example", "/")]
        public void An_endpoint_is_a_host_and_a_path(string written, string host, string path)
        {
            var endpoint = Declarations.Read(Vendor("own", written)).Format.Endpoints.Single();

            (endpoint.Host, endpoint.Path, endpoint.ToString()).Should().Be((host, path, written));
        }
    }

    public sealed class Problems
    {
        [Test]
        public void All_come_at_once_with_line_and_column_and_a_suggestion()
        {
            var problems = Declarations.ProblemsOf(
                (
                    "own",
                    """
                    vendor: Own Vendor
                    tittle: Own
                    rests on: hearsay
                    endpoints: [https://t.example/e, 't.example/a*b', '*/collect', '*/collect/*']
                    encoded: {query.e: lz-strin, body.e: base64}
                    each: bdy.list
                    hit:
                      evnt: query.e
                      account: qurey.a
                      parameters: [query.p_*_*, {x: body.*}]
                      time: path.0
                      numbers: 5
                      role: evnt
                    cases:
                      - where: {entry: {their: true}, querry.a: 1}
                        parameters: entry.p
                      - role: state
                    standard events: {Buy: 'a purchase'}
                    aliases: {revenue: r}
                    answer: [{status: 404}, {text: a, json: {b: 1}}]
                    """
                )
            );

            Approved.Matches(string.Join("\n", problems) + "\n", "Problems");
        }

        [Test]
        public void YAML_aliases_and_tabs_are_refused_as_in_journeys()
        {
            Declarations
                .ProblemsOf(("own", "vendor: own\nhit: &h {event: query.e}\ncases: [*h]\n"))
                .Should()
                .Equal(
                    "journeys/vendors/own.yaml(2,6): error: '&h' is a YAML anchor, which is not used here. Put it in quotes if it is a text.",
                    "journeys/vendors/own.yaml(3,9): error: '*h' is a YAML alias, which is not used here. Put it in quotes if it is a text."
                );
        }

        [Test]
        public void A_name_that_comes_with_the_tool_is_taken() =>
            Declarations
                .ProblemsOf(("own", "title: Own\nvendor: umami\nhit: {event: query.e}\n"))
                .Should()
                .Equal(
                    "journeys/vendors/own.yaml(2,9): error: there is a vendor 'umami' already: it comes with the tool. Give this one another name."
                );

        [Test]
        public void Two_vendors_of_one_name_are_refused_in_both_files() =>
            Declarations
                .ProblemsOf(("a", "vendor: own\nhit: {event: query.e}\n"), ("b", "vendor: own\nhit: {event: query.e}\n"))
                .Should()
                .Equal(
                    "journeys/vendors/a.yaml(1,9): error: two vendors are named 'own'; the other is at journeys/vendors/b.yaml(1,9). Rename one.",
                    "journeys/vendors/b.yaml(1,9): error: two vendors are named 'own'; the other is at journeys/vendors/a.yaml(1,9). Rename one."
                );

        [Test]
        public void Two_vendors_that_claim_one_endpoint_are_both_named() =>
            Declarations
                .ProblemsOf(("a", Vendor("a", "t.example/e")), ("b", Vendor("b", "*.example/e/")))
                .Should()
                .Equal(
                    "journeys/vendors/a.yaml(2,12): error: the vendors 'a' and 'b' both claim requests to 't.example/e': the other's '*.example/e/' is at "
                        + "journeys/vendors/b.yaml(2,12). A request is one vendor's: take the endpoint out of one of them, or make it narrower.",
                    "journeys/vendors/b.yaml(2,12): error: the vendors 'b' and 'a' both claim requests to '*.example/e/': the other's 't.example/e' is at "
                        + "journeys/vendors/a.yaml(2,12). A request is one vendor's: take the endpoint out of one of them, or make it narrower."
                );

        [Test]
        public void An_endpoint_of_a_declared_vendor_of_the_tool_is_taken() =>
            Declarations
                .ProblemsOf(("own", Vendor("own", "alb.reddit.com/*")))[0]
                .Should()
                .Be(
                    "journeys/vendors/own.yaml(2,12): error: the vendors 'own' and 'reddit' both claim requests to 'alb.reddit.com/*': 'reddit' comes with the tool "
                        + "and has 'alb.reddit.com/rp.gif'. A request is one vendor's: take the endpoint out of one of them, or make it narrower."
                );

        [TestCase("www.google-analytics.com/g/collect", "*.google-analytics.com/**/g/collect")]
        [TestCase("region1.google-analytics.com/*", "*.google-analytics.com/**/g/collect")]
        [TestCase("www.google.de/ads/ga-audiences/", "www.google.*/ads/ga-audiences")]
        public void An_endpoint_of_a_coded_vendor_of_the_tool_is_taken(string endpoint, string theirs) =>
            Declarations
                .ProblemsOf(("own", Vendor("own", endpoint)))
                .Should()
                .Equal(
                    $"journeys/vendors/own.yaml(2,12): error: the vendors 'own' and 'ga4' both claim requests to '{endpoint}': 'ga4' comes with the tool "
                        + $"and has '{theirs}'. A request is one vendor's: take the endpoint out of one of them, or make it narrower."
                );

        [TestCase("www.google-analytics.com/collect")]
        [TestCase("*/**/g/collect")]
        public void An_endpoint_beside_a_coded_vendors_is_free(string endpoint) =>
            Declarations.ProblemsOf(("own", $"{Vendor("own", endpoint)}payload: {{where: {{query.own: 1}}}}\n")).Should().BeEmpty();

        [TestCase("t.example/e", "t.example/e", true)]
        [TestCase("t.example/e", "t.example/e/", true)]
        [TestCase("t.example/e", "t.example/f", false)]
        [TestCase("t.example/e", "u.example/e", false)]
        [TestCase("*.example/e", "t.example/e", true)]
        [TestCase("*.example/e", "example/e", false)]
        [TestCase("*.t.example/e", "*.example/e", true)]
        [TestCase("t.*/e", "t.example/e", true)]
        [TestCase("t.*/e", "u.example/e", false)]
        [TestCase("t.example/e/*", "t.example/e/f", true)]
        [TestCase("t.example/e/*", "t.example/e/f/*", true)]
        [TestCase("t.example/e/*", "t.example/f/*", false)]
        [TestCase("t.example/e/*", "t.example/**/f", true)]
        [TestCase("t.example/**/f", "t.example/e/f", true)]
        [TestCase("t.example/**/f", "t.example/**/e/f", true)]
        [TestCase("t.example/**/f", "t.example/**/g", false)]
        public void Endpoints_clash_where_one_request_may_go_to_both(string one, string other, bool clash)
        {
            Declarations.ProblemsOf(("a", Vendor("a", one)), ("b", Vendor("b", other))).Should().HaveCount(clash ? 2 : 0);
            Declarations.ProblemsOf(("a", Vendor("a", other)), ("b", Vendor("b", one))).Should().HaveCount(clash ? 2 : 0);
        }

        [TestCase("query.k: {there: true}", "query.k: {there: true}", true)]
        [TestCase("query.k: {there: true}", "query.k: {there: true}, query.l: 1", true)]
        [TestCase("query.k: 1", "query.k: 2", false)]
        public void On_any_host_payloads_tell_vendors_apart_unless_one_holds_wherever_the_other_does(string one, string other, bool clash)
        {
            static string Any(string name, string where) =>
                $"vendor: {name}\nendpoints: '*/**/e'\npayload: {{where: {{{where}}}}}\nhit: {{event: query.e}}\n";

            Declarations.ProblemsOf(("a", Any("a", one)), ("b", Any("b", other))).Should().HaveCount(clash ? 2 : 0);
        }
    }

    public sealed class BuiltIn
    {
        [Test]
        public void Every_file_beside_the_decoders_is_in_the_list()
        {
            var files = Directory.EnumerateFiles(Path.Combine(Repository.SourceOf("MicroConvQA"), "Decoding", "Declared"), "*.yaml");

            BuiltInVendors.All.Select(vendor => vendor.Name).Should().BeEquivalentTo(files.Select(Path.GetFileNameWithoutExtension));
        }

        [Test]
        public void No_two_claim_one_endpoint() =>
            Declarations
                .ProblemsOf([
                    .. BuiltInVendors.All.Select(vendor =>
                        (
                            vendor.Name,
                            vendor.Source.Text.Replace($"vendor: {vendor.Name}", $"vendor: {vendor.Name}-2", StringComparison.Ordinal)
                        )
                    ),
                ])
                .Where(problem => !problem.Contains("comes with the tool", StringComparison.Ordinal))
                .Should()
                .BeEmpty();

        [Test]
        public void Standard_events_have_GA4s_names() =>
            BuiltInVendors
                .All.SelectMany(vendor => vendor.Format.StandardEvents.Values)
                .Should()
                .BeSubsetOf(StandardNames.OfGoogle.Keys.Append(StandardNames.PageView));
    }
}

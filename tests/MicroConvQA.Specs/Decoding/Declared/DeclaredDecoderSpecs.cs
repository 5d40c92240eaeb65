using System.IO.Compression;
using System.Text;
using FluentAssertions;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Vendors;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Declared;

internal static class DeclaredDecoderSpecs
{
    private const string Url = "https://t.example/e";

    private static TrafficDecoder Decoder(string yaml) =>
        new(DecoderSet.Empty.WithDeclared([Declarations.Read($"vendor: own\ntitle: Own\nendpoints: t.example/*\n{yaml}\n")]), []);

    private static DecodedRequest Decode(string yaml, CapturedRequest request) => Decoder(yaml).Decode(request);

    private static Hit Only(string yaml, CapturedRequest request) => Decode(yaml, request).Hits.Single();

    private static string Parameters(Hit hit) => Sample.Json(hit.Parameters);

    public sealed class Places
    {
        [TestCase("query.e", "buy")]
        [TestCase("query.m.name", "dotted")]
        [TestCase("query.j.list.1.name", "inner")]
        [TestCase("query.b.name", "wrapped")]
        [TestCase("path.1", "e")]
        [TestCase("path.last", "v 1")]
        [TestCase("path", "/e/v%201")]
        [TestCase("host", "t.example")]
        [TestCase("method", "GET")]
        [TestCase("header.X-Event", "head")]
        [TestCase("[query.none, query.e]", "buy")]
        [TestCase("[query.none, {always: fixed}]", "fixed")]
        public void A_value_is_found_wherever_it_stands(string place, string expected)
        {
            var query =
                $$"""e=buy&m.name=dotted&j={"list":[0,{"name":"inner"}]}&b={{Convert.ToBase64String("""{"name":"wrapped"}"""u8)}}""";
            var request = Sample.Get($"{Url}/v%201?{query}") with { Headers = new Dictionary<string, string> { ["x-event"] = "head" } };

            Only($"hit: {{event: {place}}}", request).Event.Should().Be(expected);
        }

        [TestCase("Basic d2tfMTo=", "wk_1")]
        [TestCase("basic d2tfMTpzZWNyZXQ=", "wk_1")]
        [TestCase("Basic %", null)]
        [TestCase("Bearer d2tfMTo=", null)]
        public void The_user_of_Basic_authentication_is_a_place(string credentials, string? expected)
        {
            var request = Sample.Get(Url) with { Headers = new Dictionary<string, string> { ["Authorization"] = credentials } };

            Only("hit: {event: {always: buy}, account: header.authorization.user}", request).Account.Should().Be(expected);
        }

        [TestCase("body.a.b.0", """{"a":{"b":["x"]}}""", "x")]
        [TestCase("body.a.b", """{"a.b":"x"}""", "x")]
        [TestCase("body.a.b", """{"a":"{\"b\":\"x\"}"}""", "x")]
        [TestCase("entry.a", """{"a":"x"}""", "x")]
        [TestCase("form.a", "a=x&b=1", "x")]
        [TestCase("field.a", "a=x", "x")]
        public void A_body_is_JSON_or_a_form(string place, string body, string expected) =>
            Only($"hit: {{event: {place}}}", Sample.Post(Url, body)).Event.Should().Be(expected);

        [TestCase("query.e", "?e=buy&e=last", "last")]
        [TestCase("query.e", "?e=%zz", "%zz")]
        public void A_query_is_read_as_other_decoders_read_it(string place, string query, string expected) =>
            Only($"hit: {{event: {place}}}", Sample.Get(Url + query)).Event.Should().Be(expected);
    }

    public sealed class Encodings
    {
        private const string Json = """{"n":"buy","p":{"sku":"A>>>?"}}""";
        private const string Format = "hit: {event: [body.n, form.n], parameters: [body.p, {sku: form.sku}]}";

        private static readonly TestCaseData[] s_bodies =
        [
            new TestCaseData(Bytes(Json)).SetArgDisplayNames("JSON"),
            new TestCaseData(Gzip(Bytes(Json))).SetArgDisplayNames("gzip"),
            new TestCaseData(Bytes(Convert.ToBase64String(Bytes(Json)))).SetArgDisplayNames("base64"),
            new TestCaseData(
                Bytes(Convert.ToBase64String(Bytes(Json)).Replace('+', '-').Replace('/', '_').TrimEnd('='))
            ).SetArgDisplayNames("base64url"),
            new TestCaseData(Bytes(Convert.ToBase64String(Gzip(Bytes(Json))))).SetArgDisplayNames("base64 of gzip"),
            new TestCaseData(Gzip(Bytes(Convert.ToBase64String(Bytes(Json))))).SetArgDisplayNames("gzip of base64"),
            new TestCaseData(Bytes("N4IgdiBcIEYK4E8QBoQAcqgM4Gs5RAEEA+UgfhAF9Kg")).SetArgDisplayNames("lz-string"),
            new TestCaseData(Bytes("n=buy&sku=A%3E%3E%3E%3F")).SetArgDisplayNames("form"),
            new TestCaseData(Bytes(Convert.ToBase64String(Bytes("n=buy&sku=A%3E%3E%3E%3F")))).SetArgDisplayNames("base64 of a form"),
        ];

        [TestCaseSource(nameof(s_bodies))]
        public void An_encoding_is_known_by_its_content(byte[] body)
        {
            var hit = Only(Format, Sample.Post(Url, body));

            (hit.Event, (string?)hit.Parameters["sku"]).Should().Be(("buy", "A>>>?"));
        }

        [TestCase("base64", "QWRkIHRvIGNhcnQ", "Add to cart")]
        [TestCase("base64", "QWRkIHRvIGNhcnQ%3D", "Add to cart")]
        [TestCase("lz-string", "IIExAIBcHtwYwIYCdJA", "Add to cart")]
        public void A_text_that_is_no_JSON_is_decoded_where_it_is_declared(string encoding, string sent, string text)
        {
            var hit = Only($"encoded: {{query.e: {encoding}}}\nhit: {{event: query.e}}", Sample.Get($"{Url}?e={sent}"));

            (hit.Event, Parameters(hit), hit.Unread.Count).Should().Be((text, "{}", 0));
        }

        [TestCase("base64", "'query.e' should be encoded as base64 and is not, so it stands as it was sent.")]
        [TestCase("lz-string", "'query.e' should be encoded as lz-string and is not, so it stands as it was sent.")]
        public void A_text_that_is_not_encoded_as_declared_is_said(string encoding, string unread)
        {
            var hit = Only($"encoded: {{query.e: {encoding}}}\nhit: {{event: query.e}}", Sample.Get($"{Url}?e=Add%21"));

            (hit.Event, hit.Unread.Single()).Should().Be(("Add!", unread));
        }

        [TestCase("query.e.name", "N4IgdghgtgpiBcIBGBXAniAvkA", "buy")]
        public void A_place_leads_into_JSON_that_lz_string_wrote(string place, string sent, string name) =>
            Only($"hit: {{event: {place}}}", Sample.Get($"{Url}?e={sent}")).Event.Should().Be(name);

        private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

        private static byte[] Gzip(byte[] bytes)
        {
            using var target = new MemoryStream();
            using (var gzip = new GZipStream(target, CompressionMode.Compress))
                gzip.Write(bytes);
            return target.ToArray();
        }
    }

    public sealed class Batches
    {
        [TestCase("body.list", """{"list":[{"n":"a"},{"n":"b"}],"sent":7}""")]
        [TestCase("body", """[{"n":"a"},{"n":"b"}]""")]
        [TestCase("body", "{\"n\":\"a\"}\n{\"n\":\"b\"}\n")]
        [TestCase("query.list", "", "?list=%5B%7B%22n%22%3A%22a%22%7D%2C%7B%22n%22%3A%22b%22%7D%5D")]
        [TestCase("[body.other, body.list]", """{"list":[{"n":"a"},{"n":"b"}]}""")]
        public void A_batch_yields_one_hit_for_each_entry(string each, string body, string query = "") =>
            Decode($"each: {each}\nhit: {{event: entry.n}}", Sample.Post(Url + query, body))
                .Hits.Select(hit => (hit.Line, hit.Event))
                .Should()
                .Equal((0, "a"), (1, "b"));

        [Test]
        public void A_single_event_is_read_by_the_same_places() =>
            Only("each: body.list\nhit: {event: entry.n}", Sample.Post(Url, """{"n":"a"}""")).Event.Should().Be("a");

        [Test]
        public void What_stands_beside_the_list_is_every_hits()
        {
            var decoded = Decode(
                "each: body.list\nhit: {event: entry.n, account: body.key}",
                Sample.Post(Url + "?v=2", """{"key":"K","list":[{"n":"a"},{"n":"b","x":1}],"sent":7}""")
            );

            decoded.Hits.Select(hit => hit.Account).Should().Equal("K", "K");
            decoded.Hits.Select(Parameters).Should().Equal("""{"wire":{"v":"2","sent":7}}""", """{"wire":{"v":"2","x":1,"sent":7}}""");
        }

        [Test]
        public void An_entry_without_a_name_is_said()
        {
            var decoded = Decode("each: body\nhit: {event: entry.n}", Sample.Post(Url, """[{"n":"a"},{"m":"b"},7]"""));

            decoded.Hits.Should().ContainSingle();
            decoded.Problem.Should().Be("2 of the 3 entries sent to Own name no event, so what they carry is unknown.");
        }

        [Test]
        public void Several_values_where_one_is_declared_are_a_problem() =>
            Decode("hit: {event: body.n}", Sample.Post(Url, "{\"n\":\"a\"}\n{\"n\":\"b\"}"))
                .Problem.Should()
                .Be("The request to Own could not be decoded. Its body should be one JSON value and holds 2.");
    }

    public sealed class WhatAHitSays
    {
        [Test]
        public void Each_part_has_its_place_and_nothing_is_said_twice()
        {
            const string format = """
                hit:
                  event: body.n
                  account: query.a
                  event id: body.id
                  client id: body.who.client
                  session id: body.who.session
                  user id: body.who.user
                  page: body.url
                  page load: body.load
                  time: body.at
                  items: body.p.goods
                  parameters: [body.p, {title: body.title}]
                """;
            const string body = """
                {"n":"buy","id":"E1","who":{"client":"C","session":"S","user":"U"},"url":"https://shop.example/","load":"L","at":"2026-11-20T21:04:31Z",
                "title":"Lamp","p":{"value":9.5,"goods":[{"sku":"A"}]},"z":{"k":[1]}}
                """;

            var hit = Only(format, Sample.Post(Url + "?a=K", body));

            (hit.Event, hit.Account, hit.EventId, hit.ClientId, hit.SessionId, hit.UserId).Should().Be(("buy", "K", "E1", "C", "S", "U"));
            (hit.PageUrl, hit.PageLoadId, hit.StatedTime)
                .Should()
                .Be(("https://shop.example/", "L", new DateTimeOffset(2026, 11, 20, 21, 4, 31, TimeSpan.Zero)));
            Sample.Json(hit.Value).Should().Be("9.5");
            hit.ItemIds.Should().Equal("A");
            hit.Items.Select(Sample.Json).Should().Equal("""{"sku":"A"}""");
            Parameters(hit).Should().Be("""{"value":9.5,"title":"Lamp","wire":{"z":{"k":[1]}}}""");
            hit.Unread.Should().BeEmpty();
        }

        [TestCase("field.m.*", """{"sku":"A","price":"9.50","wire":{"o":"1"}}""")]
        [TestCase("{sku: field.m.sku}", """{"sku":"A","wire":{"m.price":"9.50","o":"1"}}""")]
        public void Fields_of_one_prefix_are_parameters_without_it(string parameters, string expected) =>
            Parameters(Only($"hit: {{event: field.e, parameters: {parameters}}}", Sample.Get(Url + "?e=buy&m.sku=A&m.price=9.50&o=1")))
                .Should()
                .Be(expected);

        [TestCase("9.50", "9.50")]
        [TestCase("9,50", "\"9,50\"")]
        public void A_number_is_read_as_one_where_it_is_one(string sent, string read) =>
            Sample
                .Json(Only("hit: {event: query.e, parameters: query.*, numbers: p}", Sample.Get($"{Url}?e=buy&p={sent}")).Parameters["p"])
                .Should()
                .Be(read);

        [TestCase("ids=A,B", "A", "B")]
        [TestCase("""ids=["A","B"]""", "A", "B")]
        public void Item_ids_are_a_list_or_a_text_with_commas(string query, params string[] ids) =>
            Only("hit: {event: {always: buy}, item ids: query.ids}", Sample.Get($"{Url}?{query}")).ItemIds.Should().Equal(ids);

        [Test]
        public void A_list_and_parameters_of_another_kind_leave_a_hit_that_is_partly_read()
        {
            var hit = Only(
                "hit: {event: body.n, items: body.goods, parameters: body.p}",
                Sample.Post(Url, """{"n":"buy","goods":"none","p":[1]}""")
            );

            hit.Unread.Should()
                .Equal("The items should be a list of objects and are String.", "'body.p' should be a JSON object and is Array.");
            Parameters(hit).Should().Be("""{"wire":{"goods":"none","p":[1]}}""");
        }

        [Test]
        public void What_is_not_known_of_a_format_stands_on_each_hit() =>
            Only("hit: {event: query.e, partly read: Much is unknown.}", Sample.Get(Url + "?e=buy"))
                .Unread.Should()
                .Equal("Much is unknown.");

        [Test]
        public void Declared_aliases_are_the_only_ones()
        {
            var hit = Only(
                "hit: {event: query.e, parameters: query.*}\naliases: {value: total}",
                Sample.Get(Url + "?e=buy&total=9&currency=EUR")
            );

            (Sample.Json(hit.Value), hit.Currency).Should().Be(("\"9\"", null));
        }

        [Test]
        public void A_standard_event_says_what_it_stands_for() =>
            Only("hit: {event: query.e}\nstandard events: {Buy: purchase}", Sample.Get(Url + "?e=Buy"))
                .StandardEvent.Should()
                .Be("purchase");
    }

    public sealed class Cases
    {
        private const string Format = """
            hit: {event: query.e, account: query.a}
            cases:
              - where: {query.k: [1, 2], query.copy: {there: false}}
                event: {always: view}
              - where: {query.copy: {there: true}}
                role: companion
              - where: {query.e: identify}
                role: state
              - where: {query.e: log}
                role: nothing
              - where: {query.e: replay}
                role: unreadable
                partly read: Its format is a secret.
              - where: {query.e: blob}
                role: unreadable
            """;

        [TestCase("e=buy&a=K", "buy", HitRole.Event)]
        [TestCase("e=buy&a=K&k=2", "view", HitRole.Event)]
        [TestCase("e=buy&a=K&k=3", "buy", HitRole.Event)]
        [TestCase("e=buy&a=K&k=2&copy=", "buy", HitRole.Companion)]
        [TestCase("e=identify&a=K", "identify", HitRole.State)]
        public void The_first_case_that_holds_is_laid_over_the_hit(string query, string name, HitRole role)
        {
            var hit = Only(Format, Sample.Get($"{Url}?{query}"));

            (hit.Event, hit.Role, hit.Account).Should().Be((name, role, "K"));
        }

        [TestCase("replay", "Its format is a secret.")]
        [TestCase("blob", "What is sent there is in a format that is not known.")]
        public void What_cannot_be_read_is_a_problem_with_its_reason(string name, string reason) =>
            Decode(Format, Sample.Get($"{Url}?e={name}"))
                .Should()
                .BeEquivalentTo(
                    new
                    {
                        Vendor = "own",
                        Hits = Array.Empty<Hit>(),
                        Problem = $"The request to Own could not be decoded. {reason}",
                    }
                );

        [Test]
        public void What_is_nothing_is_no_hit_and_no_problem() =>
            Decode(Format, Sample.Get(Url + "?e=log"))
                .Should()
                .BeEquivalentTo(
                    new
                    {
                        Vendor = "own",
                        Hits = Array.Empty<Hit>(),
                        Problem = (string?)null,
                    }
                );
    }

    public sealed class Answers
    {
        private const string Format = """
            hit: {event: query.e}
            answer:
              - {where: {path.last: config}, json: {flags: [1]}}
              - {where: {query.v: 2}, status: 202, text: ok}
              - {where: {body.x: 1}, status: 201}
            """;

        [TestCase("/config", "", 200, """{"flags":[1]}""")]
        [TestCase("?v=2", "", 202, "ok")]
        [TestCase("", """{"x":1}""", 201, "")]
        [TestCase("", """{"x":""", 204, "")]
        [TestCase("", "", 204, "")]
        public void The_first_answer_whose_conditions_hold_counts(string rest, string body, int status, string expected)
        {
            var answer = Decoder(Format).AnswerTo(Sample.Post(Url + rest, body));

            (answer.Status, Encoding.UTF8.GetString(answer.Body)).Should().Be((status, expected));
        }
    }

    public sealed class Precedence
    {
        [Test]
        public void A_destinations_own_endpoint_may_be_a_declared_vendors()
        {
            var own = Declarations.Read("vendor: own\nhit: {event: query.e}\n");
            var destination = new Destination
            {
                Name = "own",
                Title = "Own",
                Vendor = "own",
                Endpoints = ["shop.example/t*"],
            };

            new TrafficDecoder(StandardDecoders.All.WithDeclared([own]), [destination])
                .Decode(Sample.Get("https://shop.example/t?e=buy"))
                .Hits.Should()
                .ContainSingle(hit => hit.Vendor == "own");
        }

        [Test]
        public void On_anybodys_host_it_must_know_the_payload()
        {
            var own = Declarations.Read(
                "vendor: own\nendpoints: '*/**/t'\npayload: {where: {query.k: 1}, keys: own_key}\nhit: {event: query.e}\n"
            );
            var decoder = new TrafficDecoder(StandardDecoders.All.WithDeclared([own]), []);

            new[] { "t?e=buy&k=1", "t?e=buy&k=2", "x?e=buy&k=1", "x?e=buy&k=1&own_key=" }
                .Select(path => decoder.Decode(Sample.Get($"https://shop.example/a/{path}")).Vendor)
                .Should()
                .Equal("own", null, null, "own");
        }
    }

    public sealed class HostileInput
    {
        private const string Greedy = "each: body.list\nhit: {event: entry.n, parameters: [body.shared, entry.p]}";

        [Test]
        public void A_request_of_more_events_than_are_read_is_a_problem() =>
            Decode(Greedy, Sample.Post(Url, $$"""{"list":[{{string.Join(',', Enumerable.Repeat("""{"n":"a"}""", 1_001))}}]}"""))
                .Problem.Should()
                .Be(
                    "The request to Own could not be decoded. It carries more than 1,000 events, which is more than is read of one request."
                );

        [Test]
        public void Values_that_every_event_repeats_are_bounded_together()
        {
            var shared = string.Join(',', Enumerable.Range(0, 1_000).Select(number => $"\"k{number}\":1"));

            Decode(
                Greedy,
                Sample.Post(Url, $$"""{"shared":{{{shared}}},"list":[{{string.Join(',', Enumerable.Repeat("""{"n":"a"}""", 1_000))}}]}""")
            )
                .Problem.Should()
                .Be(
                    "The request to Own could not be decoded. Its events together hold more than 200,000 values, which is more than is read of one request."
                );
        }

        [Test]
        public void JSON_in_texts_is_bounded_too()
        {
            var entries = Enumerable
                .Range(0, 50)
                .Select(number =>
                    $$"""{"n":"a{{number}}","p":"{\"k{{number}}\":[{{string.Join(',', Enumerable.Repeat("1", 9_000))}}]}"}"""
                );

            Decode(Greedy, Sample.Post(Url, $$"""{"list":[{{string.Join(',', entries)}}]}"""))
                .Problem.Should()
                .EndWith("which is more than is read of one request.");
        }

        [Test]
        public void Deep_JSON_in_a_text_stays_a_text()
        {
            var hit = Only("hit: {event: query.e, parameters: query.p}", Sample.Get($"{Url}?e=buy&p={new string('[', 10_000)}"));

            hit.Unread.Should().Equal("'query.p' should be a JSON object and is String.");
        }
    }
}

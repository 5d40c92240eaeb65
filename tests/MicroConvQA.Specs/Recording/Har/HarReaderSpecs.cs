using System.Text;
using FluentAssertions;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Recording.Har;

internal static class HarReaderSpecs
{
    // The shortest gzip of one letter has bytes that are not UTF-8.
    private static readonly byte[] Binary = [0x1f, 0x8b, 0x08, 0x00, 0xff, 0x41];

    public sealed class Bodies
    {
        [Test]
        public void Text_is_taken_as_UTF_8() => Of(new { text = "zwölf" }).Should().Equal(Encoding.UTF8.GetBytes("zwölf"));

        [Test]
        public void Base64_is_undone_where_the_encoding_says_so() =>
            Of(new { text = Convert.ToBase64String(Binary), encoding = "base64" }).Should().Equal(Binary);

        [Test]
        public void Base64_that_nobody_declares_is_known_by_the_size() =>
            HarSample
                .Only(HarSample.Entry(postData: new { text = Convert.ToBase64String(Binary) }).WithSize(Binary.Length))
                .Body.Should()
                .Equal(Binary);

        [Test]
        public void A_text_that_only_looks_like_base64_stays_what_it_is() =>
            HarSample.BodyOf(HarSample.Only(HarSample.Entry(postData: new { text = "abcd" }).WithSize(4))).Should().Be("abcd");

        [Test]
        public void Bytes_that_were_written_as_letters_are_bytes_again() =>
            Of(new { text = Encoding.Latin1.GetString(Binary) }).Should().Equal(Binary);

        [Test]
        public void Letters_with_accents_are_bytes_where_the_size_says_so() =>
            HarSample.Only(HarSample.Entry(postData: new { text = "Ã¤" }).WithSize(2)).Body.Should().Equal(Encoding.UTF8.GetBytes("ä"));

        [Test]
        public void A_form_without_its_text_is_put_together_again() =>
            HarSample
                .BodyOf(
                    HarSample.Only(
                        HarSample.Entry(
                            postData: new
                            {
                                mimeType = "application/x-www-form-urlencoded",
                                @params = Fields(("data", "[{\"a\": \"1&2\"}]"), ("ip", "")),
                            }
                        )
                    )
                )
                .Should()
                .Be("data=%5B%7B%22a%22%3A%20%221%262%22%7D%5D&ip=");

        [Test]
        public void JSON_that_was_taken_for_a_form_is_JSON_again() =>
            HarSample
                .BodyOf(
                    HarSample.Only(
                        HarSample.Entry(
                            postData: new
                            {
                                mimeType = "application/x-www-form-urlencoded",
                                @params = Fields(("{\"url\":\"/?a", "1"), ("b=2\"}", "")),
                            }
                        )
                    )
                )
                .Should()
                .Be("{\"url\":\"/?a=1&b=2\"}");

        [Test]
        public void A_multipart_form_keeps_its_fields() =>
            HarSample
                .BodyOf(
                    HarSample.Only(
                        HarSample.Entry(
                            postData: new { mimeType = "multipart/form-data; boundary=x1", @params = Fields(("ev", "Purchase")) }
                        )
                    )
                )
                .Should()
                .Be("--x1\r\nContent-Disposition: form-data; name=\"ev\"\r\n\r\nPurchase\r\n--x1--\r\n");

        [Test]
        public void A_request_without_a_body_has_none() =>
            HarSample.Only(HarSample.Entry().WithHeader("Content-Length", "0").WithSize(0)).BodyState.Should().Be(BodyState.None);

        [Test]
        public void A_body_that_was_left_out_is_unknown_and_not_empty()
        {
            var request = HarSample.Only(HarSample.Entry().WithHeader("Content-Length", "1358").WithSize(0));

            (request.BodyState, request.Remark)
                .Should()
                .Be(
                    (
                        BodyState.Unreadable,
                        "the HAR does not hold its 1,358 bytes; developer tools leave out what a page sends as a blob, a proxy such as mitmproxy or Charles keeps it"
                    )
                );
        }

        [TestCase(
            "\u001f\uFFFD\b",
            null,
            "the HAR holds it as text, by which its bytes were lost; export it with a proxy that writes base64"
        )]
        [TestCase("not base64!", "base64", "the HAR says that it is base64, and it is not")]
        [TestCase("x", "quoted-printable", "the HAR gives it in the encoding 'quoted-printable', which is not known")]
        public void What_cannot_be_bytes_again_is_unreadable_and_says_why(string text, string? encoding, string remark)
        {
            var request = HarSample.Only(HarSample.Entry(postData: new { text, encoding }));

            (request.BodyState, request.Remark).Should().Be((BodyState.Unreadable, remark));
        }

        [Test]
        public void A_body_in_a_file_of_its_own_is_named() =>
            HarSample
                .Only(HarSample.Entry(postData: new { _file = "a1.bin" }))
                .Remark.Should()
                .Be("the HAR keeps it in a file of its own, 'a1.bin'; export the HAR with bodies embedded");

        [Test]
        public void More_than_is_decoded_of_one_request_is_not_kept() =>
            HarSample
                .Only(HarSample.Entry(postData: new { text = new string('x', (10 * 1024 * 1024) + 1) }))
                .Remark.Should()
                .Be("it has 10,485,761 bytes, more than is kept of one request");

        [Test]
        public void A_compression_that_the_exporter_has_undone_is_no_longer_declared() =>
            HarSample
                .Only(HarSample.Entry(postData: new { text = "{}" }).WithHeader("Content-Encoding", "br"))
                .Headers.Should()
                .NotContainKey("content-encoding");

        private static byte[] Of(object postData) => HarSample.Only(HarSample.Entry(postData: postData)).Body;

        private static object[] Fields(params (string Name, string Value)[] fields) =>
            [.. fields.Select(field => new { name = field.Name, value = field.Value })];
    }

    public sealed class Requests
    {
        [Test]
        public void They_are_numbered_by_their_time_and_not_by_their_place()
        {
            var log = HarSample.Read(HarSample.Entry(2, "https://a.example/late"), HarSample.Entry(1, "https://a.example/early"));

            log.Requests.Select(request => (request.Number, request.At.TotalSeconds, request.Url))
                .Should()
                .Equal((1, 0, "https://a.example/early"), (2, 1, "https://a.example/late"));
        }

        [Test]
        public void The_log_begins_with_the_first_and_ends_when_the_last_is_answered()
        {
            var log = HarSample.Read(HarSample.Entry(3), HarSample.Entry(1));

            (log.StartedAt, log.Duration).Should().Be((Any.StartedAt.AddSeconds(1), TimeSpan.FromSeconds(2.02)));
        }

        [Test]
        public void Time_zones_are_kept_apart_from_times() =>
            HarSample
                .Read(HarSample.Entry().With("startedDateTime", "2026-03-02T10:00:00.250+01:00"))
                .StartedAt.Should()
                .Be(new DateTimeOffset(2026, 3, 2, 9, 0, 0, 250, TimeSpan.Zero));

        [Test]
        public void One_that_was_blocked_never_left() =>
            Fate(HarSample.Entry().Answered(new { status = 0, _error = "net::ERR_BLOCKED_BY_CLIENT" }))
                .Should()
                .Be((RequestFate.NotDelivered, "It failed: net::ERR_BLOCKED_BY_CLIENT."));

        [Test]
        public void One_that_was_answered_from_the_cache_never_left() =>
            Fate(HarSample.Entry().With("_fromCache", "memory"))
                .Should()
                .Be((RequestFate.NotDelivered, "It was answered from the browser's cache (memory)."));

        [Test]
        public void A_beacon_that_outlived_its_page_was_delivered() =>
            Fate(HarSample.Entry().Answered(new { status = 0, _error = "net::ERR_ABORTED" })).Should().Be((RequestFate.Delivered, null));

        [Test]
        public void What_a_service_worker_passed_on_counts_once()
        {
            var ofPage = HarSample
                .Entry(1, postData: new { text = "en=purchase" })
                .Answered(new { status = 204, _fetchedViaServiceWorker = true });

            var log = HarSample.Read(ofPage, HarSample.Entry(1.01, postData: new { text = "en=purchase" }));

            log.Requests.Select(request => (request.Fate, request.Remark))
                .Should()
                .Equal(
                    (RequestFate.NotDelivered, "The page's service worker took it and sent it on as request 2."),
                    (RequestFate.Delivered, null)
                );
        }

        [Test]
        public void What_a_service_worker_answered_by_itself_stays() =>
            Fate(HarSample.Entry().Answered(new { status = 204, _fetchedViaServiceWorker = true }))
                .Should()
                .Be((RequestFate.Delivered, null));

        [Test]
        public void The_callers_stack_is_kept_with_lines_from_1()
        {
            var initiator = JObject.Parse(
                """{"type":"script","stack":{"callFrames":[{"url":"https://a.example/sdk.js","lineNumber":9,"columnNumber":4,"functionName":"send"}],"parent":{"callFrames":[{"url":"https://a.example/shop.js","lineNumber":0,"columnNumber":0}]}}}"""
            );

            HarSample
                .Only(HarSample.Entry().With("_initiator", initiator))
                .Initiator.Should()
                .Equal(
                    new ScriptFrame("https://a.example/sdk.js", 10, 5, "send"),
                    new ScriptFrame("https://a.example/shop.js", 1, 1, null)
                );
        }

        [TestCase("_resourceType", "ping", Transport.Ping)]
        [TestCase("_resourceType", "font", Transport.Other)]
        public void The_resource_type_is_the_transport(string name, string type, Transport transport) =>
            HarSample.Only(HarSample.Entry().With(name, type)).Transport.Should().Be(transport);

        [Test]
        public void Without_a_resource_type_the_fetch_metadata_say_it() =>
            HarSample.Only(HarSample.Entry().WithHeader("Sec-Fetch-Dest", "image")).Transport.Should().Be(Transport.Image);

        [Test]
        public void Headers_may_be_an_object() =>
            HarSample
                .Only(WithHeaders(JObject.Parse("""{"Content-Type": "text/plain", "X": null}""")))
                .Headers.Should()
                .Equal(new Dictionary<string, string> { ["content-type"] = "text/plain" });

        [Test]
        public void What_a_page_sent_through_a_WebSocket_is_a_request_each()
        {
            var seconds = Any.StartedAt.AddSeconds(2).ToUnixTimeMilliseconds() / 1000.0;
            var socket = HarSample
                .Entry(0, "wss://a.example/live", "GET")
                .With(
                    "_webSocketMessages",
                    new JArray(
                        new JObject
                        {
                            ["type"] = "send",
                            ["time"] = seconds,
                            ["opcode"] = 1,
                            ["data"] = "hello",
                        },
                        new JObject
                        {
                            ["type"] = "receive",
                            ["time"] = seconds,
                            ["opcode"] = 1,
                            ["data"] = "ignored",
                        },
                        new JObject
                        {
                            ["type"] = "send",
                            ["time"] = seconds + 1,
                            ["opcode"] = 2,
                            ["data"] = Convert.ToBase64String(Binary),
                        }
                    )
                );

            var sent = HarSample.Read(socket).Requests.Skip(1).ToList();

            sent.Select(message => (message.Method, message.Transport, message.At.TotalSeconds))
                .Should()
                .Equal(("SEND", Transport.WebSocket, 2), ("SEND", Transport.WebSocket, 3));
            HarSample.BodyOf(sent[0]).Should().Be("hello");
            sent[1].Body.Should().Equal(Binary);
        }

        [Test]
        public void Pages_are_visits()
        {
            JObject[] pages =
            [
                new()
                {
                    ["id"] = "p1",
                    ["title"] = "https://shop.example/",
                    ["startedDateTime"] = Any.StartedAt.ToString("O"),
                },
                new()
                {
                    ["id"] = "p2",
                    ["title"] = "The cart",
                    ["startedDateTime"] = Any.StartedAt.AddSeconds(5).ToString("O"),
                },
                new() { ["id"] = "unused" },
            ];
            JObject[] entries =
            [
                HarSample.Entry(1).With("pageref", "p1"),
                HarSample.Entry(6, "https://shop.example/cart").With("pageref", "p2"),
                HarSample.Entry(7),
            ];

            var log = HarSample.Read(HarSample.Text(entries, pages));

            log.Requests.Select(request => request.Visit).Should().Equal(1, 2, null);
            log.Visits.Select(visit => (visit.Url, visit.Title, visit.From.TotalSeconds, visit.To?.TotalSeconds))
                .Should()
                .Equal(("https://shop.example/", null, 0, 4), ("https://shop.example/cart", "The cart", 4, null));
        }

        [Test]
        public void What_is_no_request_is_named_and_the_others_are_read()
        {
            var log = HarSample.Read(
                """{"log": {"entries": [5, {"request": {"method": "GET"}}, {"request": {"url": "https://a.example/", "headers": [1, {}], "postData": 7}}]}}"""
            );

            log.Requests.Should().ContainSingle();
            log.Flaws.Should()
                .Equal(
                    "log.entries[0] (line 1) is not an object and was passed over.",
                    "log.entries[1] (line 1) has no request.url and was passed over.",
                    "1 of 3 entries have no startedDateTime that can be read; they were taken to follow the entry before them."
                );
        }

        private static (RequestFate, string?) Fate(JObject entry) =>
            HarSample.Only(entry) is var request ? (request.Fate, request.Remark) : default;

        private static JObject WithHeaders(JObject headers)
        {
            var entry = HarSample.Entry();
            entry["request"]!["headers"] = headers;
            return entry;
        }
    }

    public sealed class Versions
    {
        [TestCase("\"1.1\"")]
        [TestCase("\"1.2\"")]
        [TestCase("1.2")]
        [TestCase("\"1.3\"")]
        [TestCase("\"\"")]
        public void A_compatible_one_is_read(string version) =>
            HarSample.Read($$$"""{"log": {"version": {{{version}}}, "entries": []}}""").Requests.Should().BeEmpty();

        [Test]
        public void Another_major_one_is_refused() =>
            FluentActions
                .Invoking(() => HarSample.Read("""{"log": {"version": "2.0", "entries": []}}"""))
                .Should()
                .Throw<RecordingUnreadableException>()
                .WithMessage(
                    "'traffic.har' says that it is HAR 2.0; this version reads HAR 1.1, 1.2 and what is compatible with them (1.x). Export it as HAR 1.2."
                );
    }
}

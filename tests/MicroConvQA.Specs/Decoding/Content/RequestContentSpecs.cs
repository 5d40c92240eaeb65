using System.IO.Compression;
using System.Text;
using FluentAssertions;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Content;

internal sealed class RequestContentSpecs
{
    public sealed class Urls
    {
        [TestCase("https://User:pw@WWW.Shop.Example:8443/a/b?x=1#y", "www.shop.example", "/a/b")]
        [TestCase("https://shop.example", "shop.example", "")]
        [TestCase("https://shop.example?x=1", "shop.example", "")]
        [TestCase("https://[::1]:80/a", "[::1]", "/a")]
        [TestCase("not a url", "not a url", "")]
        public void Host_and_path_are_found(string url, string host, string path)
        {
            var content = new RequestContent(Sample.Get(url));

            content.Host.Should().Be(host);
            content.Path.Should().Be(path);
        }

        [TestCase("?a=1&b=x%20y", "b", "x y")]
        [TestCase("?b=x+y", "b", "x y")]
        [TestCase("?b=%zz%C3", "b", "%zz%C3")]
        [TestCase("?b=1&b=2", "b", "2")]
        [TestCase("?b", "b", "")]
        [TestCase("?&&b=1&", "b", "1")]
        [TestCase("?a%5Bb%5D=1#b=2", "a[b]", "1")]
        public void A_query_is_read_tolerantly(string query, string name, string value)
        {
            new RequestContent(Sample.Get("https://shop.example/" + query)).Query[name].Should().Be(value);
        }
    }

    public sealed class Bodies
    {
        [TestCase("gzip")]
        [TestCase("zlib")]
        public void Compression_is_recognised_by_its_bytes(string encoding)
        {
            var content = new RequestContent(Sample.Post("https://shop.example/", Compress("""{"a":1}""", encoding)));

            content.BodyText.Should().Be("""{"a":1}""");
        }

        [TestCase("br")]
        [TestCase("deflate")]
        public void Compression_without_a_mark_is_recognised_by_its_header(string encoding)
        {
            var request = Sample.Post("https://shop.example/", Compress("""{"a":1}""", encoding)) with
            {
                Headers = new Dictionary<string, string> { ["Content-Encoding"] = encoding },
            };

            new RequestContent(request).BodyText.Should().Be("""{"a":1}""");
        }

        [Test]
        public void A_decompression_bomb_is_refused_with_its_reason()
        {
            var bomb = Compress(new string('a', 11 * 1024 * 1024), "gzip");

            var reading = () => new RequestContent(Sample.Post("https://shop.example/", bomb)).BodyText;

            reading
                .Should()
                .Throw<UnreadableRequestException>()
                .WithMessage("Its body is longer than 10 MB after decompression, which is more than is read of one request.");
        }

        [Test]
        public void A_broken_compression_is_refused_with_its_reason()
        {
            var reading = () => new RequestContent(Sample.Post("https://shop.example/", [0x1f, 0x8b, 1, 2, 3])).BodyText;

            reading.Should().Throw<UnreadableRequestException>().WithMessage("Its body begins like gzip but cannot be decompressed: *");
        }

        [TestCase(new byte[] { 0x1f, 0x8b, 1, 2, 3 })]
        [TestCase(new byte[] { (byte)'{' })]
        public void What_cannot_be_read_is_tried_once(byte[] body)
        {
            var content = new RequestContent(Sample.Post("https://shop.example/", body));

            var first = FluentActions.Invoking(() => content.JsonLines).Should().Throw<UnreadableRequestException>().Which;

            FluentActions.Invoking(() => content.JsonLines).Should().Throw<UnreadableRequestException>().Which.Should().BeSameAs(first);
        }

        [Test]
        public void A_body_that_was_not_captured_is_unknown()
        {
            var request = Sample.Post("https://shop.example/") with { BodyState = BodyState.Unreadable, Remark = "The body was a stream." };

            var reading = () => new RequestContent(request).BodyText;

            reading.Should().Throw<UnreadableRequestException>().WithMessage("Its body could not be captured: The body was a stream.");
        }

        [Test]
        public void Bytes_that_are_not_UTF8_are_remarked()
        {
            var content = new RequestContent(Sample.Post("https://shop.example/", [(byte)'a', 0xff]));

            content.BodyText.Should().Be("a\uFFFD");
            content.Remarks.Should().Equal("Its body holds bytes that are not UTF-8; each of them was read as \uFFFD.");
        }

        [Test]
        public void A_multipart_form_is_recognised_by_its_boundary()
        {
            const string body =
                "--b1\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n{\"a\":\r\n1}\r\n"
                + "--b1\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\nContent-Type: text/plain\r\n\r\nfile\r\n--b1--\r\n";

            var form = Sample.Content(body).Form;

            form.Should().Equal(new Field("data", "{\"a\":\r\n1}"), new Field("f", "file"));
        }

        private static byte[] Compress(string text, string encoding)
        {
            using var target = new MemoryStream();
            using (
                Stream stream = encoding switch
                {
                    "gzip" => new GZipStream(target, CompressionLevel.Optimal),
                    "zlib" => new ZLibStream(target, CompressionLevel.Optimal),
                    "br" => new BrotliStream(target, CompressionLevel.Optimal),
                    _ => new DeflateStream(target, CompressionLevel.Optimal),
                }
            )
                stream.Write(Encoding.UTF8.GetBytes(text));
            return target.ToArray();
        }
    }

    public sealed class Json
    {
        [Test]
        public void Types_stay_as_sent()
        {
            var json = Sample.Content("""{"text":"29.90","time":"2026-01-01T00:00:00Z","exact":29.90,"whole":3,"flag":true}""").Json;

            json.Children<JProperty>()
                .Select(property => property.Value.Type)
                .Should()
                .Equal(JTokenType.String, JTokenType.String, JTokenType.Float, JTokenType.Integer, JTokenType.Boolean);
            ((JValue)json["exact"]!).Value.Should().Be(29.90m);
        }

        [Test]
        public void A_number_that_no_decimal_holds_is_still_a_number()
        {
            Sample.Content("""{"a":1e300}""").Json["a"]!.Type.Should().Be(JTokenType.Float);
        }

        [Test]
        public void Newline_JSON_is_one_value_a_line()
        {
            Sample.Content("{\"a\":1}\n{\"a\":2}\n").JsonLines.Should().HaveCount(2);
        }

        [TestCase(64, false)]
        [TestCase(65, true)]
        public void Nesting_is_bounded(int depth, bool refused)
        {
            var content = Sample.Content(new string('[', depth) + new string(']', depth));

            var reading = () => content.Json;

            if (refused)
                reading.Should().Throw<UnreadableRequestException>().WithMessage("It carries JSON that cannot be read: *MaxDepth*");
            else
                reading.Should().NotThrow();
        }

        [Test]
        public void The_number_of_values_is_bounded()
        {
            var content = Sample.Content($"[{string.Join(',', Enumerable.Repeat('1', 20_001))}]");

            var reading = () => content.Json;

            reading
                .Should()
                .Throw<UnreadableRequestException>()
                .WithMessage($"It carries more than {20_000:N0} JSON values, which is more than is read of one request.");
        }

        [Test]
        public void The_number_of_fields_is_bounded()
        {
            var content = Sample.Content(string.Join('&', Enumerable.Repeat("a=1", 20_001)));

            var reading = () => content.Form;

            reading
                .Should()
                .Throw<UnreadableRequestException>()
                .WithMessage($"It has more than {20_000:N0} fields, which is more than is read of one request.");
        }
    }
}

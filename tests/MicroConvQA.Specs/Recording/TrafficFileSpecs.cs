using System.IO.Compression;
using System.Text;
using FluentAssertions;
using MicroConvQA.Recording;
using MicroConvQA.Specs.Recording.Har;
using NUnit.Framework;

namespace MicroConvQA.Specs.Recording;

internal static class TrafficFileSpecs
{
    private const string Kinds = "Name a HAR as browsers and proxies export it, a recording.json, or the folder of a walk.";

    public sealed class Telling
    {
        [Test]
        public void A_HAR_and_a_recording_are_told_apart_by_what_is_in_them()
        {
            var har = Read(HarSample.Text(HarSample.Entry()));
            var recording = Read(new RecordingStore().Write(Any.Recording()));

            (har.Har is null, har.Recording is null, recording.Har is null, recording.Recording is null)
                .Should()
                .Be((false, true, true, false));
        }

        [Test]
        public async Task A_walk_is_named_by_its_folder()
        {
            using var folder = new TemporaryFolder();
            await new RecordingStore().WriteAsync(Any.Recording(), folder.Path, CancellationToken.None);

            TrafficFile.Read(folder.Path, () => Stream.Null, CancellationToken.None).Recording!.Walk.Journey.Should().Be("guest-checkout");
        }

        [Test]
        public void A_dash_is_the_standard_input() =>
            TrafficFile
                .Read("-", () => new MemoryStream(Encoding.UTF8.GetBytes(HarSample.Text(HarSample.Entry()))), CancellationToken.None)
                .Name.Should()
                .Be("standard input");

        [Test]
        public void A_file_that_is_compressed_by_gzip_is_known_by_its_bytes()
        {
            TrafficFile
                .Read("-", () => new MemoryStream(Gzip(HarSample.Text(HarSample.Entry()))), CancellationToken.None)
                .Requests.Should()
                .ContainSingle();
            TrafficFile
                .Read("-", () => new MemoryStream(Gzip(new RecordingStore().Write(Any.Recording()))), CancellationToken.None)
                .Recording.Should()
                .NotBeNull();
        }

        [Test]
        public void A_byte_order_mark_is_no_matter() =>
            TrafficFile
                .Read("-", () => new MemoryStream([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(HarSample.Text())]), CancellationToken.None)
                .Har.Should()
                .NotBeNull();
    }

    public sealed class Bombs
    {
        private const string Before =
            "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"x\",\"version\":\"1\"},\"entries\":[],\"comment\":\"";

        [Test]
        public void What_unpacks_to_more_than_any_traffic_does_is_read_no_further()
        {
            var bomb = new MemoryStream(Bomb(120));

            var read = () => TrafficFile.Read("-", () => bomb, CancellationToken.None);

            read.Should()
                .Throw<RecordingUnreadableException>()
                .Which.Message.Should()
                .Be(
                    "'standard input' unpacks to more than 200 times its size, which no traffic does: it was read no further. Unpack it by hand and look at what is in it."
                );
        }

        [Test]
        public void A_text_without_an_end_is_read_no_further_either()
        {
            var read = () => TrafficFile.Read(new EndlessText(Before, 'a'), "a.har", CancellationToken.None);

            read.Should()
                .Throw<RecordingUnreadableException>()
                .WithMessage(
                    "'a.har' holds a text of more than 100,000,000 letters, on line 1: it was read no further. Export it without the contents of answers."
                );
        }

        [Test]
        public void Traffic_that_packs_well_is_read()
        {
            using var packed = new MemoryStream(Bomb(60));

            TrafficFile.Read("-", () => packed, CancellationToken.None).Har.Should().NotBeNull();
        }

        /// <summary>A HAR whose comment is so many million letters.</summary>
        private static byte[] Bomb(int millions)
        {
            using var target = new MemoryStream();
            using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
            {
                gzip.Write(Encoding.UTF8.GetBytes(Before));
                var million = Encoding.UTF8.GetBytes(new string('a', 999_998) + "\\n");
                for (var written = 0; written < millions; written++)
                    gzip.Write(million);
                gzip.Write("\"}}"u8);
            }
            return target.ToArray();
        }

        private sealed class EndlessText(string before, char letter) : TextReader
        {
            private int _at;

            public override int Read(char[] buffer, int index, int count)
            {
                for (var filled = 0; filled < count; filled++)
                    buffer[index + filled] = _at < before.Length ? before[_at++] : letter;
                return count;
            }
        }
    }

    public sealed class Refusing
    {
        [TestCase("", "'a.har' is empty. Export or walk it again. " + Kinds)]
        [TestCase(" \n ", "'a.har' is empty. Export or walk it again. " + Kinds)]
        [TestCase("[]", "'a.har' is JSON, but neither a HAR, which begins with 'log', nor a recording, which says its 'format'. " + Kinds)]
        [TestCase(
            "{\"a\": 1}",
            "'a.har' is JSON, but neither a HAR, which begins with 'log', nor a recording, which says its 'format'. " + Kinds
        )]
        [TestCase(
            "{\"log\": {\"version\": \"1.2\"}}",
            "'a.har' has no 'log.entries', so there are no requests in it. Export the HAR again, with all requests."
        )]
        [TestCase(
            "{\"log\": {\n\"entries\": [{\"request\": {\"url\": \"https",
            "'a.har' is cut: it ends at line 2, column 38 within log.entries[0].request.url. Export it again and wait until it is written whole."
        )]
        [TestCase(
            "{\"log\": {\"entries\": []",
            "'a.har' is cut: it ends at line 1, column 22 within log.entries. Export it again and wait until it is written whole."
        )]
        [TestCase(
            "{\"log\": [1]}",
            "'a.har' is not JSON that can be read, at line 1, column 9 within log: 'log' must be an object. " + Kinds
        )]
        [TestCase(
            "{\"log\": {\"entries\": 5}}",
            "'a.har' is not JSON that can be read, at line 1, column 21 within log.entries: 'log.entries' must be a list. " + Kinds
        )]
        [TestCase(
            "<html>",
            "'a.har' is not JSON that can be read, at line 1, column 1: Unexpected character encountered while parsing value: <. " + Kinds
        )]
        public void What_cannot_be_read_is_said_in_a_sentence(string text, string message) =>
            FluentActions.Invoking(() => Read(text)).Should().Throw<RecordingUnreadableException>().WithMessage(message);

        [Test]
        public void A_compressed_file_that_is_cut_is_said_to_be_cut()
        {
            var whole = Gzip(HarSample.Text(HarSample.Entry()));

            FluentActions
                .Invoking(() => TrafficFile.Read("-", () => new MemoryStream(whole[..^20]), CancellationToken.None))
                .Should()
                .Throw<RecordingUnreadableException>()
                .WithMessage(
                    "'standard input' is cut: it ends at line 23, column 29 within log.entries[0].response.content.text. Export it again and wait until it is written whole."
                );
        }

        [Test]
        public void A_compressed_file_that_is_broken_is_said_to_be()
        {
            byte[] broken = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff, 0xff];

            FluentActions
                .Invoking(() => TrafficFile.Read("-", () => new MemoryStream(broken), CancellationToken.None))
                .Should()
                .Throw<RecordingUnreadableException>()
                .WithMessage(
                    "'standard input' begins like gzip and cannot be decompressed: *. Export or copy it again and wait until it is written whole."
                );
        }

        [Test]
        public void Two_files_in_one_are_not_read_as_one() =>
            FluentActions.Invoking(() => Read(HarSample.Text() + HarSample.Text())).Should().Throw<RecordingUnreadableException>();

        [Test]
        public void A_path_without_anything_is_named() =>
            FluentActions
                .Invoking(() => TrafficFile.Read("/nowhere/a.har", () => Stream.Null, CancellationToken.None))
                .Should()
                .Throw<RecordingUnreadableException>()
                .WithMessage($"There is no recording or HAR at '/nowhere/a.har'. {Kinds}");
    }

    public sealed class Hostility
    {
        private const string Letters = "{}[]\",:0-9eE\\u\0\uD800null";

        private static readonly string Chrome = File.ReadAllText(HarExportSpecs.PathOf("chrome"));

        [Test]
        public void A_file_that_is_cut_anywhere_is_refused_as_cut()
        {
            // A minus sign at the end is a wrong number first.
            foreach (
                var length in Enumerable
                    .Range(1, Chrome.TrimEnd().Length - 1)
                    .Where(length => length % 97 == 1 && Chrome[length - 1] != '-')
            )
                FluentActions
                    .Invoking(() => Read(Chrome[..length]))
                    .Should()
                    .Throw<RecordingUnreadableException>($"it ends after {length}")
                    .WithMessage("*is cut: it ends at line*");
        }

        [Test]
        public void Whatever_was_changed_it_is_read_or_refused_with_a_sentence()
        {
            var random = new Random(20260302);
            for (var round = 0; round < 2_000; round++)
                ReadOrRefuse(Mutated(random));
        }

        [Test]
        public void Lists_inside_lists_without_end_are_refused() =>
            FluentActions
                .Invoking(() => Read("{\"log\": {\"pages\": " + new string('[', 100_000)))
                .Should()
                .Throw<RecordingUnreadableException>();

        private static string Mutated(Random random)
        {
            var text = new StringBuilder(Chrome);
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var at = random.Next(text.Length);
                if (random.Next(3) == 0)
                    text.Remove(at, Math.Min(random.Next(1, 40), text.Length - at));
                else
                    text[at] = Letters[random.Next(Letters.Length)];
            }
            return text.ToString();
        }

        private static void ReadOrRefuse(string text)
        {
            try
            {
                foreach (var request in Read(text).Requests)
                    _ = Decoding.Sample.Decoder.Decode(request);
            }
            catch (RecordingUnreadableException refused)
            {
                refused.Message.Should().StartWith("'a.har' ");
            }
        }
    }

    private static CapturedTraffic Read(string text) => TrafficFile.Read(new StringReader(text), "a.har", CancellationToken.None);

    private static byte[] Gzip(string text)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionMode.Compress))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return target.ToArray();
    }
}

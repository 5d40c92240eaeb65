using System.IO.Compression;
using System.Text;
using FluentAssertions;
using MicroConvQA.Journeys;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Recording;

internal sealed class RecordingStoreSpecs
{
    private const string Secret = "s3cr&t Wörd";

    [Test]
    public void A_recording_reads_back_equal()
    {
        var recording = Rich();

        var read = RecordingStore.Read(new RecordingStore().Write(recording), "recording.json");

        read.Should()
            .BeEquivalentTo(recording, options =>
                options
                    .Excluding(other => other.Variables)
                    .ComparingByMembers<JourneyRecording>()
                    .RespectingRuntimeTypes()
                    .WithStrictOrdering()
            );
        JToken.DeepEquals(JObject.FromObject(read.Variables), JObject.FromObject(recording.Variables)).Should().BeTrue();
        read.Requests[0].Body.Should().Equal(recording.Requests[0].Body);
    }

    [Test]
    public void Names_are_camel_case_enums_are_words_and_bodies_are_base64()
    {
        var json = JObject.Parse(new RecordingStore().Write(Rich()));

        json["requests"]![0]!["transport"]!.Value<string>().Should().Be("ping");
        json["requests"]![0]!["body"]!.Value<string>().Should().Be("AP8q");
        json["requests"]![0]!["headers"]!["X-Own-Header"]!.Value<string>().Should().Be("kept as sent");
        json["escaped"].Should().BeNull("what is computed is not data");
    }

    [Test]
    public async Task It_is_written_into_the_walks_folder_and_read_by_the_folder()
    {
        using var folder = new TemporaryFolder();

        var file = await new RecordingStore().WriteAsync(Rich(), Path.Combine(folder.Path, "walk"), CancellationToken.None);
        var read = await RecordingStore.ReadAsync(Path.Combine(folder.Path, "walk"), CancellationToken.None);

        Path.GetFileName(file).Should().Be("recording.json");
        read.Walk.Id.Should().Be("guest-checkout.desktop-chrome.granted");
        Directory.GetFiles(Path.Combine(folder.Path, "walk")).Should().Equal([file], "nothing unfinished is left behind");
    }

    [Test]
    public void What_an_older_version_did_not_say_is_not_known_and_what_a_newer_one_adds_is_passed_over()
    {
        var json = JObject.Parse(new RecordingStore().Write(Rich()));
        var request = (JObject)json["requests"]![0]!;
        request.Remove("fateBecause").Should().BeTrue();
        request["addedLater"] = "anything";

        var read = RecordingStore.Read(json.ToString(), "recording.json");

        read.Requests[0].FateBecause.Should().BeNull();
        read.Requests[0].Body.Should().Equal(0, 255, 42);
    }

    [Test]
    public void A_newer_format_is_refused()
    {
        var newer = new RecordingStore().Write(Rich() with { Format = 2 });

        FluentActions
            .Invoking(() => RecordingStore.Read(newer, "night/recording.json"))
            .Should()
            .Throw<RecordingUnreadableException>()
            .WithMessage(
                "'night/recording.json' has format 2, which a newer MicroConvQA wrote; this version reads up to format 1. "
                    + "Update MicroConvQA, then judge it again."
            );
    }

    [TestCase("{}", "'a.json' is not a recording: it does not say its format. Name a recording.json that MicroConvQA wrote.")]
    [TestCase("{\"format\": 1}", "'a.json' is not a recording that can be read: Required property 'tool' not found*")]
    [TestCase("hello", "'a.json' is not a recording that can be read: *Walk the journey again to get a new one.")]
    public void What_is_no_recording_is_refused(string text, string message) =>
        FluentActions
            .Invoking(() => RecordingStore.Read(text, "a.json"))
            .Should()
            .Throw<RecordingUnreadableException>()
            .WithMessage(message);

    [Test]
    public async Task A_path_without_a_recording_is_named() =>
        await FluentActions
            .Awaiting(() => RecordingStore.ReadAsync("/nowhere/at/all", CancellationToken.None))
            .Should()
            .ThrowAsync<RecordingUnreadableException>()
            .WithMessage("There is no recording at '/nowhere/at/all'. Name a recording.json, or the folder of a walk that holds one.");

    [Test]
    public void A_secret_is_replaced_in_every_text()
    {
        var recording = Rich() with
        {
            Requests = [Any.Request() with { Url = $"https://shop.example/?p={Uri.EscapeDataString(Secret)}&q=s3cr%26t+W%c3%b6rd" }],
            Variables = new Dictionary<string, JToken> { ["login"] = new JObject { ["password"] = Secret } },
            Sources = [new("journeys/a.yaml", $"fill: {Secret}")],
        };

        var text = new RecordingStore([Secret]).Write(recording);

        text.Should().NotContain("s3cr");
        JObject.Parse(text)["requests"]![0]!["url"]!.Value<string>().Should().Be("https://shop.example/?p=•••&q=•••");
    }

    [TestCase("")]
    [TestCase("a")]
    [TestCase("ab")]
    public void A_secret_inside_base64_is_replaced_at_every_offset(string before)
    {
        var body = "data=" + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{before}{{\"p\":\"{Secret}\"}}"));

        var masked = Encoding.ASCII.GetString(new SecretMask([Secret]).Mask(Encoding.ASCII.GetBytes(body)));

        var plain = Encoding.UTF8.GetString(Convert.FromBase64String(masked["data=".Length..]));
        plain.Should().StartWith($"{before}{{\"p\":\"").And.EndWith("\"}").And.Contain("*********").And.NotContain("cr&t");
    }

    [Test]
    public void A_secret_inside_a_gzip_body_is_replaced()
    {
        var masked = new SecretMask([Secret]).Mask(Packed($"password={Secret}&x=1"));

        Unpacked(masked).Should().Be("password=•••&x=1");
    }

    [Test]
    public void Bytes_without_a_secret_stay_as_they_are()
    {
        var body = Packed("nothing to hide");

        new SecretMask([Secret]).Mask(body).Should().BeSameAs(body);
    }

    private static JourneyRecording Rich() =>
        Any.Recording(
            Any.Journey(),
            Any.Request() with
            {
                Transport = Transport.Ping,
                Body = [0, 255, 42],
                Headers = new Dictionary<string, string> { ["X-Own-Header"] = "kept as sent" },
                Initiator = [new("https://shop.example/shop.js", 10, 5, "addToCart")],
                Visit = 1,
                FateBecause = "A decoder reads it.",
                SeenBy = Sightings.Browser | Sightings.Wire,
            }
        ) with
        {
            Visits =
            [
                new()
                {
                    Number = 1,
                    Tab = 1,
                    Url = "https://shop.example/",
                    From = TimeSpan.FromMilliseconds(1.5),
                    StepIndex = 0,
                },
            ],
            ClockJumps = [new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5))],
            ConsentAnswers = [new(TimeSpan.FromSeconds(2), ConsentNames.None)],
            Console = [new(TimeSpan.FromSeconds(1), "error", "boom", null)],
            Variables = new Dictionary<string, JToken>
            {
                ["sku"] = "2026-01-01",
                ["price"] = 129.9,
                ["person"] = new JObject { ["email"] = "a@b.example" },
            },
            Breakage = new()
            {
                StepIndex = 0,
                Place = Any.Place(),
                Action = "click: Pay",
                Reason = "It is not there.",
            },
            Trace = "trace.zip",
        };

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            stream.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static string Unpacked(byte[] packed) =>
        new StreamReader(new GZipStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8).ReadToEnd();
}

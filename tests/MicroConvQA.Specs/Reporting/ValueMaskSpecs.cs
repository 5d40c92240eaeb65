using FluentAssertions;
using MicroConvQA.Recording;
using MicroConvQA.Reporting;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Reporting;

internal sealed class ValueMaskSpecs
{
    [TestCase("mail=walk-7f3a@canary.example", "mail=[person.email]")]
    [TestCase("mail=WALK-7F3A@Canary.example", "mail=[person.email]", TestName = "{m}: in another case")]
    [TestCase("mail=walk-7f3a%40canary.example&x=1", "mail=[person.email]&x=1", TestName = "{m}: percent-encoded")]
    [TestCase(
        "u=%2Fcart%3Fm%3Dwalk-7f3a%2540canary.example",
        "u=%2Fcart%3Fm%3D[person.email]",
        TestName = "{m}: percent-encoded within an encoded URL"
    )]
    [TestCase("eyJ=d2Fsay03ZjNhQGNhbmFyeS5leGFtcGxl", "eyJ=[person.email]", TestName = "{m}: as base64")]
    [TestCase("name=Ada+Lovelace-Quartz", "name=[person.name]", TestName = "{m}: as a form sends it")]
    [TestCase("password=s3cr3t", "password=•••", TestName = "{m}: a secret")]
    [TestCase(
        "nwalk-7f3a@canary.example2",
        "n[person.email]2",
        TestName = "{m}: a long one even within a word, such as after a JSON escape"
    )]
    [TestCase("Ulmen, Ulmenholz", "[person.city], Ulmenholz", TestName = "{m}: a short one not within a word")]
    [TestCase("c%3DUlmen&d%253DUlmen", "c%3D[person.city]&d%253D[person.city]", TestName = "{m}: a short one after a percent-escape")]
    [TestCase("size=40 colour=red", "size=40 colour=red", TestName = "{m}: nothing that is too short to mean anything")]
    public void A_value_is_found(string text, string masked) => Mask().Of(text).Should().Be(masked);

    [Test]
    public void A_walk_without_secrets_and_person_masks_nothing() =>
        new ValueMask(Recording(new Dictionary<string, JToken>()), [])
            .Of("walk-7f3a@canary.example")
            .Should()
            .Be("walk-7f3a@canary.example");

    private static ValueMask Mask() =>
        new(
            Recording(
                new Dictionary<string, JToken>
                {
                    ["person.email"] = "walk-7f3a@canary.example",
                    ["person.name"] = "Ada Lovelace-Quartz",
                    ["person.city"] = "Ulmen",
                    ["person.age"] = "40",
                    ["colour"] = "red",
                }
            ),
            ["s3cr3t"]
        );

    private static JourneyRecording Recording(Dictionary<string, JToken> variables)
    {
        using var folder = new SampleFolder();
        return folder.Sample.Passed(SampleRun.Device("pixel-7", "phone")).Recording with { Variables = variables };
    }
}

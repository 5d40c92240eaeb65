using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Specs.Decoding.Corpus;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Hostile;

internal sealed class PropertySpecs
{
    private static readonly Gen<string> Percented = Gen.OneOf(
            Gen.Elements(
                "%",
                "%2",
                "%41",
                "%zz",
                "%e2%82%ac",
                "%E2%82",
                "%ff",
                "%00",
                "%25",
                "+",
                " ",
                "€",
                "\ud83d",
                "a",
                "0",
                "%f0%9f%98%80",
                "%c0%80"
            ),
            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")
        )
        .ListOf()
        .Select(string.Concat);

    [Test]
    public void Any_request_ends_as_hits_or_as_a_problem_with_its_reason()
    {
        var tally = new Tally();

        Prop.ForAll(HostileRequests.Any, request => tally.Count(Ending.Demand(request, $"MICROCONV_HOSTILE_SEED={HostileRun.Seed}.")))
            .Check(Config(HostileRun.Inputs));

        TestContext.Out.WriteLine($"{tally}, seed {HostileRun.Seed}");
    }

    [Test]
    public void Any_request_is_decoded_the_same_twice() =>
        Prop.ForAll(HostileRequests.Any, request =>
                DecodedText.Write([Sample.Decoder.Decode(request)]).Should().Be(DecodedText.Write([Sample.Decoder.Decode(request)]))
            )
            .Check(Config(HostileRun.Inputs / 10));

    [Test]
    public void Percent_signs_are_read_as_the_standard_library_reads_them() =>
        Prop.ForAll(Percented.ToArbitrary(), text =>
                PercentEncoding.Decode(text).Should().Be(Uri.UnescapeDataString(text.Replace('+', ' ')))
            )
            .Check(Config(HostileRun.Inputs));

    private static Config Config(int inputs) =>
        FsCheck.Config.QuickThrowOnFailure.WithMaxTest(inputs).WithReplay((ulong)HostileRun.Seed, 1);
}

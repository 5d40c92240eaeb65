using FluentAssertions;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Source;
using MicroConvQA.Specs.Journeys;
using NUnit.Framework;

namespace MicroConvQA.Specs.Source;

/// <summary>Files are hostile input: whatever they hold, there are problems with places, and never another exception.</summary>
internal sealed class HostileInputSpecs
{
    private const string Bits = "{}[]\"'|>&*!%@`#:-,?\t\n\0\\ $~<é𝄞\uD800";

    private static readonly string s_journey = File.ReadAllText(ExampleSpecs.Path);

    private static void ReadAll(string text)
    {
        var source = new SourceText("hostile.yaml", text);
        var problems = new SourceProblems();
        new JourneyReader(Samples.Names).Read([source], problems);
        new DictionaryReader(["ga4"]).Read(source, problems);
        JsonSource.Parse(source, problems);
        problems.InOrder().Should().OnlyContain(problem => problem.Place.Line > 0 && problem.Place.Column > 0);
    }

    private static string Mutated(string text, Random random)
    {
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(text.Length);
            var length = random.Next(0, Math.Min(20, text.Length - at));
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Bits[random.Next(Bits.Length)].ToString()),
                2 => text.Insert(at, text.Substring(random.Next(text.Length - length), length)),
                _ => text[..at] + Bits[random.Next(Bits.Length)] + text[(at + 1)..],
            };
        }
        return text;
    }

    [Test]
    public void A_thousand_mutated_files_are_read_without_an_exception()
    {
        var random = new Random(20260131);

        var reading = () =>
        {
            for (var i = 0; i < 1000; i++)
                ReadAll(Mutated(i % 2 == 0 ? s_journey : Samples.Dictionary, random));
        };

        reading.Should().NotThrow();
    }

    [TestCase("a: \"\\UFFFFFFFF\"")]
    [TestCase("a: \"\\uD800\"")]
    [TestCase("\0")]
    [TestCase("%YAML 9.9\n---\na: 1")]
    [TestCase("%TAG ! x\n---\na: 1")]
    [TestCase("---\n...\n---\n")]
    [TestCase("? ? ? a")]
    [TestCase("- - - - a: - b")]
    [TestCase("a: >9\n b")]
    [TestCase("!<")]
    [TestCase("&")]
    [TestCase("* ")]
    [TestCase("\uFEFFjourney: any")]
    [TestCase("a: 99999999999999999999999999999999999999999999999999999999999999999999")]
    [TestCase("a: 1e999999")]
    public void Known_traps_are_read_without_an_exception(string text)
    {
        var reading = () => ReadAll(text);

        reading.Should().NotThrow();
    }

    [TestCase("[", "", "")]
    [TestCase("{a: ", "", "")]
    [TestCase("- ", "", "")]
    [TestCase("? ", "", "")]
    [TestCase("a:\n ", "", "")]
    [TestCase("\"", "", "")]
    [TestCase("#\n", "", "")]
    [TestCase("$x ", "journey: any\ntitle: ", "")]
    [TestCase("a b ", "? ", "")]
    public void A_large_file_of_one_trick_is_read_in_reasonable_time(string trick, string before, string after)
    {
        var text = before + string.Concat(Enumerable.Repeat(trick, 900_000 / trick.Length)) + after;

        var reading = () => ReadAll(text);

        reading.Should().NotThrow();
    }

    [Test]
    public void Tens_of_thousands_of_unknown_keys_and_variables_are_read_in_reasonable_time()
    {
        var lines = Enumerable.Range(0, 12_000).Select(i => $"  v{i}: $v{i + 1}");

        var reading = () =>
            ReadAll(
                "journey: any\nvars:\n"
                    + string.Join("\n", lines)
                    + "\n"
                    + string.Join("\n", Enumerable.Range(0, 12_000).Select(i => $"step{i}: 1"))
            );

        reading.Should().NotThrow();
    }
}

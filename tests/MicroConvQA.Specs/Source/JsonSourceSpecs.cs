using FluentAssertions;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Source;

internal sealed class JsonSourceSpecs
{
    private static IReadOnlyList<string> ProblemsOf(string text)
    {
        var problems = new SourceProblems();
        JsonSource.Parse(new SourceText("c.json", text), problems);
        return [.. problems.InOrder().Select(problem => problem.ToString())];
    }

    [Test]
    public void A_value_knows_where_it_begins()
    {
        var source = new SourceText("c.json", "{\n  // devices\n  \"é\": [1, \"two\"],\n}");

        var root = (SourceMapping)JsonSource.Parse(source, new SourceProblems()).Root!;

        ((SourceSequence)root.Entries[0].Value).Items[1].Place.Should().Be(new SourcePlace("c.json", 3, 12));
    }

    [TestCase("{\"a\": 1, \"a\": 2}", "c.json(1,10): error: the key 'a' stands here a second time; the first is in line 1. Keep one.")]
    [TestCase("{\n \"a\": [1,\n", "c.json(2,7): error: this '[' is not closed.")]
    [TestCase("", "c.json(1,1): error: the file holds nothing.")]
    [TestCase("{\"a\" 1}", "c.json(1,6): error: this is not JSON: '1' is invalid after a property name. Expected a ':'.")]
    [TestCase("{\"a\": \"\\ud800\"}", "c.json(1,7): error: this text holds an escape that is half a character.")]
    public void Each_mistake_has_its_message_at_its_place(string text, string expected)
    {
        var problems = ProblemsOf(text);

        problems.Should().Equal(expected);
    }

    [Test]
    public void A_megabyte_on_one_line_is_read_quickly()
    {
        var problems = ProblemsOf("[" + string.Join(",", Enumerable.Repeat("\"abcdefghijklmno\"", 45_000)) + "]");

        problems.Should().BeEmpty();
    }
}

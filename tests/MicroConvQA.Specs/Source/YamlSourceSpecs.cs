using FluentAssertions;
using MicroConvQA.Source;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Source;

internal sealed class YamlSourceSpecs
{
    private static IReadOnlyList<string> ProblemsOf(string text)
    {
        var problems = new SourceProblems();
        YamlSource.Parse(new SourceText("a.yaml", text), problems);
        return [.. problems.InOrder().Select(problem => problem.ToString())];
    }

    private static SourceMapping Read(string text)
    {
        var problems = new SourceProblems();
        return (SourceMapping)YamlSource.Parse(new SourceText("a.yaml", text), problems).Root!;
    }

    public sealed class Values
    {
        [TestCase("1", 1L)]
        [TestCase("-7", -7L)]
        [TestCase("0x1F", 31L)]
        [TestCase("0o17", 15L)]
        [TestCase("true", true)]
        [TestCase("yes", "yes")]
        [TestCase("\"01067\"", "01067")]
        [TestCase("'1'", "1")]
        [TestCase("2026-01-31", "2026-01-31")]
        [TestCase(".inf", ".inf")]
        [TestCase("~", null)]
        [TestCase("", null)]
        public void A_scalar_stands_for_what_the_core_schema_says(string written, object? expected)
        {
            var scalar = (SourceScalar)Read($"a: {written}").Entries[0].Value;

            scalar.Value.Value.Should().Be(expected);
        }

        [Test]
        public void A_fraction_keeps_its_exact_decimal_value()
        {
            var scalar = (SourceScalar)Read("a: 19.90").Entries[0].Value;

            scalar.Value.Value.Should().Be(19.90m);
        }

        [Test]
        public void A_block_text_is_a_text()
        {
            var scalar = (SourceScalar)Read("a: |\n  12\n").Entries[0].Value;

            scalar.Value.Type.Should().Be(JTokenType.String);
        }

        [Test]
        public void Every_value_knows_its_place()
        {
            var list = (SourceSequence)Read("a: 1\nb:\n  - x\n  - {c: d}\n").Entries[1].Value;

            ((SourceMapping)list.Items[1]).Entries[0].Value.Place.Should().Be(new SourcePlace("a.yaml", 4, 9));
        }
    }

    public sealed class Refusals
    {
        [TestCase("a: 1\nb:\n\t- x\n", "a.yaml(3,1): error: a tab indents this line; YAML is indented by spaces. Replace it by spaces.")]
        [TestCase("a:\n  - b\n \t- c\n", "a.yaml(3,2): error: a tab indents this line; YAML is indented by spaces. Replace it by spaces.")]
        [TestCase(
            "a:\n\tb: 1\n\tc: 2\n",
            "a.yaml(2,1): error: a tab indents this line; YAML is indented by spaces. Replace it by spaces. So are 1 more."
        )]
        [TestCase("x: [a, b\ny: 2\n", "a.yaml(1,4): error: this '[' is not closed.")]
        [TestCase("x:\n  y: {a: 1\nz: 2\n", "a.yaml(2,6): error: this '{' is not closed.")]
        [TestCase("x: [a, {b: 1]\n", "a.yaml(1,8): error: this '{' is not closed.")]
        [TestCase("a: 1\nx: 'abc\ny: 2", "a.yaml(2,4): error: this quote is not closed.")]
        [TestCase(
            "x: \"abc\ny: 2\nz: 1",
            "a.yaml(1,4): error: this quote is not closed, or its text goes on in a line that is not indented further."
        )]
        [TestCase(
            "t: {{x}}\nu: 1\n",
            "a.yaml(1,4): error: '{{' begins a YAML mapping. Put the whole value in quotes; a variable is written $name."
        )]
        [TestCase(
            "t: {{x}} y\nu: 1\n",
            "a.yaml(1,4): error: '{{' begins a YAML mapping. Put the whole value in quotes; a variable is written $name."
        )]
        [TestCase("a: *b\n", "a.yaml(1,4): error: '*b' is a YAML alias, which is not used here. Put it in quotes if it is a text.")]
        [TestCase("a: &b 1\n", "a.yaml(1,4): error: '&b' is a YAML anchor, which is not used here. Put it in quotes if it is a text.")]
        [TestCase("a: !x 1\n", "a.yaml(1,4): error: '!x' is a YAML tag, which is not used here. Put it in quotes if it is a text.")]
        [TestCase(
            "a: 1\n---\nb: 1\n",
            "a.yaml(2,1): error: a second document begins here; a file holds one. Move it into a file of its own."
        )]
        [TestCase("a: 1\nb: 2\na: 3\n", "a.yaml(3,1): error: the key 'a' stands here a second time; the first is in line 1. Keep one.")]
        [TestCase("", "a.yaml(1,1): error: the file holds nothing.")]
        [TestCase("# only a comment\n", "a.yaml(1,1): error: the file holds nothing.")]
        [TestCase(
            "a: b: c\n",
            "a.yaml(1,5): error: a ': ' stands where no key can be. Put the value in quotes if the colon belongs to it, else check the indentation."
        )]
        [TestCase("a: @b\n", "a.yaml(1,4): error: an unquoted value cannot begin with this character. Put the value in quotes.")]
        [TestCase("? [a]\n: b\n", "a.yaml(1,3): error: a key must be a text, but is a list.")]
        [TestCase(
            "a: 1\n  - b\n",
            "a.yaml(2,3): error: this '-' belongs to the text that begins in line 1, not to a list. Give the list a key of its own, or put the text in quotes."
        )]
        public void Each_mistake_has_its_own_message_at_its_true_place(string text, string expected)
        {
            var problems = ProblemsOf(text);

            problems.Should().Equal(expected);
        }

        [Test]
        public void A_file_that_goes_on_after_a_mistake_is_read_on()
        {
            var problems = ProblemsOf("a: *x\nb: 1\nb: 2\nc: [1\n");

            problems.Should().HaveCount(3);
        }

        [Test]
        public void A_tab_inside_a_block_text_is_allowed()
        {
            var problems = ProblemsOf("a: |\n  x\n  \ty\n");

            problems.Should().BeEmpty();
        }
    }

    public sealed class Limits
    {
        [Test]
        public void A_file_of_more_than_a_mebibyte_is_refused()
        {
            var problems = ProblemsOf("a: " + new string('x', 1024 * 1024));

            problems.Should().Equal("a.yaml(1,1): error: the file has 1,048,579 bytes; at most 1,048,576 are read. Split it.");
        }

        [Test]
        public void Lists_inside_lists_are_refused_from_the_65th_level_on()
        {
            var problems = ProblemsOf(new string('[', 500_000));

            problems.Should().Equal("a.yaml(1,65): error: lists and mappings stand more than 64 levels inside each other.");
        }

        [Test]
        public void More_than_fifty_thousand_values_are_refused()
        {
            var problems = ProblemsOf("[" + string.Concat(Enumerable.Repeat("1,", 50_001)) + "]");

            problems.Should().Equal("a.yaml(1,100000): error: the file holds more than 50,000 values. Split it.");
        }
    }

    [Test]
    public void What_was_read_before_a_syntax_error_is_kept_and_marked_as_cut()
    {
        var mapping = Read("a: 1\nb: [x, y\nc: 2\n");

        mapping.Should().Match<SourceMapping>(cut => cut.IsCut && cut.Entries.Count >= 1);
    }
}

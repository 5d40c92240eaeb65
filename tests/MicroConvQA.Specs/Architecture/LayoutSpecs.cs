using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;

namespace MicroConvQA.Specs.Architecture;

/// <summary>What the formatter cannot break stays readable as well: comments, and code beside long texts.</summary>
internal sealed class LayoutSpecs
{
    private const int Columns = 140;

    [Test]
    public void A_line_is_wider_than_140_columns_only_for_a_text_that_is_kept_whole()
    {
        var files = new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));

        var wide = files.SelectMany(file =>
            WideLines(File.ReadAllText(file)).Select(line => $"{Path.GetRelativePath(Repository.Root, file)}({line})")
        );

        wide.Should().BeEmpty("'dotnet csharpier format src tests' breaks what it can; a comment is broken by hand");
    }

    /// <summary>Texts in three quotes are left out, and a line that holds a text counts without it.</summary>
    private static IEnumerable<int> WideLines(string source) =>
        Regex
            .Replace(source, "\"\"\"(?:.|\\n)*?\"\"\"", text => Regex.Replace(text.Value, "[^\\n]", ""))
            .Split('\n')
            .Select((line, index) => (Code: WithoutTexts(line.TrimEnd()), Number: index + 1))
            .Where(line => line.Code.Length > Columns)
            .Select(line => line.Number);

    private static string WithoutTexts(string line) =>
        line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? line : Regex.Replace(line, "\".*\"", "\"\"");
}

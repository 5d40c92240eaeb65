using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;

namespace MicroConvQA.Specs.Architecture;

/// <summary>A map that names places which moved is worse than none.</summary>
internal sealed class ContributingSpecs
{
    [Test]
    public void Every_path_that_it_names_is_there()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "CONTRIBUTING.md"));
        var paths = Regex.Matches(text, @"`((?:src|tests|docs)/[^`\s<*]+)`").Select(match => match.Groups[1].Value).ToList();

        paths.Should().HaveCountGreaterThan(8).And.OnlyContain(path => File.Exists(Whole(path)) || Directory.Exists(Whole(path)));
    }

    private static string Whole(string path) => Path.Combine(Repository.Root, path);
}

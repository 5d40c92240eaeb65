using FluentAssertions;
using MicroConvQA.Running;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Running;

internal sealed class OutputLockSpecs
{
    [Test]
    public void A_second_run_in_the_same_folder_is_refused_and_touches_nothing()
    {
        using var folder = new TemporaryFolder();
        var configuration = Any.Configuration() with { OutputDirectory = folder.Path };
        using var first = OutputLock.Take(configuration);

        var second = () => OutputLock.Take(configuration);

        second
            .Should()
            .Throw<SourceProblemException>()
            .Which.Problems.Single()
            .ToString()
            .Should()
            .Be(
                $"playwright.config.json: error: {folder.Path} is written by another run at this moment. Wait until it is over. Name another folder by 'outputDir' or --output."
            );
    }

    [Test]
    public void The_next_run_has_the_folder_and_finds_no_trace_of_the_one_before()
    {
        using var folder = new TemporaryFolder();
        var configuration = Any.Configuration() with { OutputDirectory = folder.Path };
        OutputLock.Take(configuration).Dispose();
        Directory.GetFileSystemEntries(folder.Path).Should().BeEmpty();

        var next = () => OutputLock.Take(configuration).Dispose();

        next.Should().NotThrow();
    }

    [Test]
    public void Two_folders_are_two_runs()
    {
        using var one = new TemporaryFolder();
        using var other = new TemporaryFolder();
        using var first = OutputLock.Take(Any.Configuration() with { OutputDirectory = one.Path });

        var second = () => OutputLock.Take(Any.Configuration() with { OutputDirectory = other.Path }).Dispose();

        second.Should().NotThrow();
    }
}

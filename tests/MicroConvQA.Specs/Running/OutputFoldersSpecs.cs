using FluentAssertions;
using MicroConvQA.Running;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Running;

internal sealed class OutputFoldersSpecs
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_folder_is_made_and_left_empty()
    {
        var folder = Path.Combine(_folder.Path, "new", "results");

        OutputFolders.Demand(Any.Configuration() with { OutputDirectory = folder });

        Directory.EnumerateFileSystemEntries(folder).Should().BeEmpty();
    }

    [Test]
    public void A_file_in_the_way_is_the_authors_to_move()
    {
        var file = Path.Combine(_folder.Path, "results");
        File.WriteAllText(file, "");

        var demanding = () =>
            OutputFolders.Demand(
                Any.Configuration() with
                {
                    OutputDirectory = Path.Combine(file, "walks"),
                    AllureResultsDirectory = Path.Combine(file, "allure"),
                    Reporters = new Dictionary<string, string?> { ["allure"] = null },
                }
            );

        demanding
            .Should()
            .Throw<SourceProblemException>()
            .Which.Problems.Should()
            .HaveCount(2)
            .And.OnlyContain(problem =>
                problem.Message.Contains($"cannot be written: {file} is a file.") && problem.Message.EndsWith(OutputFolders.Remedy)
            );
    }
}

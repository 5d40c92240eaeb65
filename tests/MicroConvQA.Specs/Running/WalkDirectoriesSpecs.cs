using FluentAssertions;
using MicroConvQA.Running;
using NUnit.Framework;

namespace MicroConvQA.Specs.Running;

internal sealed class WalkDirectoriesSpecs
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [Test]
    public void A_further_attempt_has_a_folder_of_its_own()
    {
        var directories = new WalkDirectories(_folder.Path);

        var folders = new[] { directories.Of(Any.Walk()), directories.Of(Any.Walk() with { Attempt = 2 }) };

        folders
            .Select(folder => Path.GetRelativePath(_folder.Path, folder))
            .Should()
            .Equal("guest-checkout.desktop-chrome.granted", "guest-checkout.desktop-chrome.granted.attempt-2");
    }

    [Test]
    public void Clearing_removes_recordings_and_leaves_what_is_not_ours()
    {
        var recorded = Directory.CreateDirectory(Path.Combine(_folder.Path, "old-walk"));
        File.WriteAllText(Path.Combine(recorded.FullName, "recording.json"), "{}");
        var foreign = Directory.CreateDirectory(Path.Combine(_folder.Path, "thesis"));

        new WalkDirectories(_folder.Path).Clear([]);

        Directory.GetDirectories(_folder.Path).Should().Equal(foreign.FullName);
    }

    [Test]
    public void Clearing_removes_what_a_stopped_run_left_of_the_same_walks()
    {
        var directories = new WalkDirectories(_folder.Path);
        Directory.CreateDirectory(directories.Of(Any.Walk()));
        Directory.CreateDirectory(directories.Of(Any.Walk() with { Attempt = 2 }));
        var other = Directory.CreateDirectory(directories.Of(Any.Walk() with { Id = "other" }));

        directories.Clear([Any.Walk()]);

        Directory.GetDirectories(_folder.Path).Should().Equal(other.FullName);
    }

    [Test]
    public void Clearing_a_folder_that_is_not_there_does_nothing() =>
        FluentActions.Invoking(() => new WalkDirectories(Path.Combine(_folder.Path, "none")).Clear([])).Should().NotThrow();
}

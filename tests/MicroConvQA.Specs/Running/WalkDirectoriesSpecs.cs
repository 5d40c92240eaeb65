using FluentAssertions;
using MicroConvQA.Running;
using NUnit.Framework;

namespace MicroConvQA.Specs.Running;

public sealed class WalkDirectoriesSpecs
{
    private string _root = "";

    [SetUp]
    public void MakeRoot() => _root = Directory.CreateTempSubdirectory("microconv-").FullName;

    [TearDown]
    public void RemoveRoot() => Directory.Delete(_root, recursive: true);

    [Test]
    public void A_further_attempt_has_a_folder_of_its_own()
    {
        var directories = new WalkDirectories(_root);

        var folders = new[] { directories.Of(Any.Walk()), directories.Of(Any.Walk() with { Attempt = 2 }) };

        folders.Select(folder => Path.GetRelativePath(_root, folder)).Should().Equal(
            "guest-checkout.desktop-chrome.granted", "guest-checkout.desktop-chrome.granted.attempt-2");
    }

    [Test]
    public void Clearing_removes_recordings_and_leaves_what_is_not_ours()
    {
        var recorded = Directory.CreateDirectory(Path.Combine(_root, "old-walk"));
        File.WriteAllText(Path.Combine(recorded.FullName, "recording.json"), "{}");
        var foreign = Directory.CreateDirectory(Path.Combine(_root, "thesis"));

        new WalkDirectories(_root).Clear([]);

        Directory.GetDirectories(_root).Should().Equal(foreign.FullName);
    }

    [Test]
    public void Clearing_removes_what_a_stopped_run_left_of_the_same_walks()
    {
        var directories = new WalkDirectories(_root);
        Directory.CreateDirectory(directories.Of(Any.Walk()));
        Directory.CreateDirectory(directories.Of(Any.Walk() with { Attempt = 2 }));
        var other = Directory.CreateDirectory(directories.Of(Any.Walk() with { Id = "other" }));

        directories.Clear([Any.Walk()]);

        Directory.GetDirectories(_root).Should().Equal(other.FullName);
    }

    [Test]
    public void Clearing_a_folder_that_is_not_there_does_nothing() =>
        FluentActions.Invoking(() => new WalkDirectories(Path.Combine(_root, "none")).Clear([])).Should().NotThrow();
}

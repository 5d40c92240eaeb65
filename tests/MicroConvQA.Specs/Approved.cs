using System.Runtime.CompilerServices;
using FluentAssertions;

namespace MicroConvQA.Specs;

/// <summary>
/// Expected text that lives in a file beside its spec: <c>{spec}.{name}.approved.txt</c>. A difference writes a <c>.received</c> file to
/// look at; nobody accepts it for you: move it over the approved one, or mend the code.
/// </summary>
internal static class Approved
{
    public static void Matches(string received, string name, string extension = "txt", [CallerFilePath] string spec = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(spec)!, $"{Path.GetFileNameWithoutExtension(spec)}.{name}");
        HoldsAgainst(received, $"{stem}.approved.{extension}", $"{stem}.received.{extension}");
    }

    /// <summary>
    /// Holds a generated file of the repository, such as a schema or a table in the docs, against what the code generates now.
    /// </summary>
    public static void HoldsAgainst(string received, string approvedFile, string? receivedFile = null)
    {
        receivedFile ??= Path.ChangeExtension(approvedFile, ".received" + Path.GetExtension(approvedFile));
        var approved = File.Exists(approvedFile) ? Normal(File.ReadAllText(approvedFile)) : null;
        if (approved == Normal(received))
        {
            File.Delete(receivedFile);
            return;
        }

        File.WriteAllText(receivedFile, Normal(received));
        Normal(received).Should().Be(approved, "{0} says so; what was received now is in {1}", approvedFile, receivedFile);
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}

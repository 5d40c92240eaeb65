using NUnit.Framework;

namespace MicroConvQA.Specs.Approvals;

/// <summary>A text that somebody has read and approved; where the actual one differs, it is left beside it as <c>.received.</c>.</summary>
internal static class ApprovedFile
{
    public static void Demand(string approvedPath, string actual)
    {
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath).ReplaceLineEndings("\n") : "";
        var received = ReceivedPath(approvedPath);
        if (approved == actual.ReplaceLineEndings("\n"))
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, actual.ReplaceLineEndings("\n"));
        Assert.Fail($"{Relative(approvedPath)} is not what the code makes. Compare it with {Relative(received)} and, if that is right, put it in its place.");
    }

    private static string ReceivedPath(string approvedPath)
    {
        var name = Path.GetFileNameWithoutExtension(approvedPath);
        var stem = name.EndsWith(".approved", StringComparison.Ordinal) ? name[..^".approved".Length] : name;
        return Path.Combine(Path.GetDirectoryName(approvedPath)!, $"{stem}.received{Path.GetExtension(approvedPath)}");
    }

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path);
}

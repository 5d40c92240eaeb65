using System.Globalization;

namespace MicroConvQA.Benchmarks.Walking;

/// <summary>A process with all that it started, as Linux tells of them; elsewhere nothing is known.</summary>
internal static class ProcessTree
{
    private const double TicksASecond = 100;

    /// <summary>
    /// The CPU seconds that the tree has taken, those of its processes that ended included: whoever waited for one has its time.
    /// </summary>
    public static double CpuSeconds(int root) => OperatingSystem.IsLinux() ? Of(root).Sum(process => process.CpuSeconds) : double.NaN;

    /// <summary>
    /// Megabytes of the process itself, of Playwright's driver and of the browser; pages that several share are counted once, in parts.
    /// </summary>
    public static (double Own, double Driver, double Browser) Megabytes(int root)
    {
        if (!OperatingSystem.IsLinux())
            return (double.NaN, double.NaN, double.NaN);
        var tree = Of(root);
        return (
            MegabytesOf(tree.Where(process => process.Id == root)),
            MegabytesOf(tree.Where(IsDriver)),
            MegabytesOf(tree.Where(process => process.Id != root && !IsDriver(process)))
        );
    }

    private static double MegabytesOf(IEnumerable<Member> processes) => processes.Sum(process => Kilobytes(process.Id)) / 1024;

    private static double Kilobytes(int id) =>
        Read($"/proc/{id}/smaps_rollup").Split('\n').FirstOrDefault(line => line.StartsWith("Pss:", StringComparison.Ordinal)) is { } line
            ? double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
            : 0;

    private static bool IsDriver(Member process) => Read($"/proc/{process.Id}/cmdline").Contains("run-driver", StringComparison.Ordinal);

    private static List<Member> Of(int root)
    {
        var all = Directory
            .EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(name => MemberOf(name!))
            .OfType<Member>()
            .ToList();
        var children = all.ToLookup(process => process.Parent);
        List<Member> tree = [.. all.Where(process => process.Id == root)];
        for (var index = 0; index < tree.Count; index++)
            tree.AddRange(children[tree[index].Id]);
        return tree;
    }

    private static Member? MemberOf(string id)
    {
        // The name in brackets may hold anything; what is of interest stands behind it.
        var stat = Read($"/proc/{id}/stat");
        if (stat.Length == 0)
            return null;
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        return new Member(
            int.Parse(id, CultureInfo.InvariantCulture),
            int.Parse(fields[1], CultureInfo.InvariantCulture),
            ticks / TicksASecond
        );
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile.
            return "";
        }
    }

    private sealed record Member(int Id, int Parent, double CpuSeconds);
}

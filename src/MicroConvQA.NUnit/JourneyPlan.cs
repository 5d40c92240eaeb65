using MicroConvQA.Browser.Composing;
using MicroConvQA.Planning;

namespace MicroConvQA.NUnit;

/// <summary>Reads the plan that fixtures are made from.</summary>
internal static class JourneyPlan
{
    public static RunPlan Read(string configuration, RunSelection selection) =>
        Task.Run(() => ReadAsync(configuration, selection)).GetAwaiter().GetResult();

    /// <summary>A relative path is looked for from the test assembly's folder upwards, as git and npm look for theirs.</summary>
    public static string Find(string configuration)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, configuration);
            if (File.Exists(file))
            {
                return file;
            }
        }

        return Path.GetFullPath(configuration);
    }

    private static async Task<RunPlan> ReadAsync(string configuration, RunSelection selection)
    {
        using var composition = await Composition.StartAsync();
        return RunPlanner.Plan(composition.ReadWorkspace(Find(configuration)), selection);
    }
}

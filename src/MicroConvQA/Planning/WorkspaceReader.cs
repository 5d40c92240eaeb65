using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Planning;

/// <summary>Reads everything that authors wrote at once, so that they see every problem of every file.</summary>
internal sealed class WorkspaceReader(ConfigurationReader configurations)
{
    /// <summary>Reads a configuration file and the folder of journeys that it names.</summary>
    /// <param name="configurationFile">The path of <c>playwright.config.json</c>; its folder is the workspace.</param>
    /// <exception cref="SourceProblemException">Something is wrong; it carries all problems of all files.</exception>
    public Workspace Read(string configurationFile)
    {
        var path = Path.GetFullPath(configurationFile);
        var root = Path.GetDirectoryName(path)!;
        if (!File.Exists(path))
            throw new SourceProblemException([NoConfiguration(path)]);

        var problems = new SourceProblems();
        var scope = new ReadScope(problems);
        var configuration = SourceFile.TryRead(path, root, problems) is { } text ? configurations.Read(text, root, scope) : null;
        var texts = configuration is null ? null : WorkspaceFolder.Read(configuration.JourneysDirectory, root, problems);
        return Complete(configuration, texts, scope);
    }

    private static SourceProblem NoConfiguration(string path) =>
        new(
            SourcePlace.Whole(Path.GetFileName(path)),
            $"there is no such file in {Path.GetDirectoryName(path)}. Call microconv in the folder of your playwright.config.json, or name the file with --config."
        );

    /// <summary>Reads texts without touching the disk.</summary>
    /// <param name="configuration">The text of the configuration.</param>
    /// <param name="root">The absolute folder that its relative paths start from.</param>
    /// <param name="texts">The texts of the dictionary and the journeys.</param>
    /// <exception cref="SourceProblemException">Something is wrong; it carries all problems of all texts.</exception>
    public Workspace Read(SourceText configuration, string root, WorkspaceTexts texts)
    {
        var scope = new ReadScope(new SourceProblems());
        return Complete(configurations.Read(configuration, root, scope), texts, scope);
    }

    /// <summary>Reads a configuration and the vendors that its workspace declares, without the journeys, which need not be there.</summary>
    /// <param name="configuration">The text of the configuration.</param>
    /// <param name="root">The absolute folder that its relative paths start from.</param>
    /// <exception cref="SourceProblemException">Something is wrong; it carries all problems of these texts.</exception>
    public RunConfiguration ReadConfiguration(SourceText configuration, string root)
    {
        var problems = new SourceProblems();
        // Its vendors stand in a folder that the configuration itself names; what is wrong with it is said by the second reading.
        var folder = configurations.Read(configuration, root, new ReadScope(new SourceProblems()))?.JourneysDirectory;
        var vendors = folder is null ? [] : WorkspaceFolder.ReadVendors(folder, root, problems);
        problems.ThrowIfAny();
        return configurations.Read(configuration, root, vendors);
    }

    private Workspace Complete(RunConfiguration? configuration, WorkspaceTexts? texts, ReadScope scope)
    {
        var problems = scope.Problems;
        // What a faulty configuration names may be incomplete: journeys are not held against that.
        var sound = problems.Any ? null : configuration;
        var vendors = configurations.ReadVendors(texts?.Vendors ?? [], problems);
        var dictionary = texts?.Dictionary is { } text
            ? new DictionaryReader(WorkspaceNames.Of(null, sound).Destinations).Read(text, problems)
            : null;
        var names = WorkspaceNames.Of(dictionary, sound) with { Vendors = texts is null ? null : configurations.VendorsWith(vendors) };
        new ReferenceCheck(names, problems).CheckNames(scope.References);
        var journeys = new JourneyReader(names).Read(texts?.Journeys ?? [], problems);
        problems.ThrowIfAny();
        return new Workspace(configuration! with { Vendors = vendors! }, dictionary!, journeys);
    }
}

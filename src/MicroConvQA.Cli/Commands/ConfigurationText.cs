using MicroConvQA.Source;

namespace MicroConvQA.Cli.Commands;

/// <summary>Reads the text of a configuration that is wanted without its folder of journeys.</summary>
internal static class ConfigurationText
{
    public static SourceText Read(string file)
    {
        var problems = new SourceProblems();
        var path = Path.GetFullPath(file);
        var text = SourceFile.TryRead(path, Path.GetDirectoryName(path)!, problems);
        problems.ThrowIfAny();

        return text!;
    }
}

using System.Reflection;

namespace MicroConvQA.Browser.Composing;

/// <summary>The tool's name and version, as headers, recordings and bug reports carry them.</summary>
internal static class ToolName
{
    public const string Name = "MicroConvQA";

    /// <summary>Such as <c>MicroConvQA 0.1.0</c>.</summary>
    public static string WithVersion { get; } = $"{Name} {Version}";

    private static string Version =>
        typeof(ToolName).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
        ?? "unknown";
}

using System.Globalization;
using System.Text.RegularExpressions;
using MicroConvQA.Recording;

namespace MicroConvQA.Browser.Capture;

/// <summary>
/// Reads a script's call stack as the engines write it: <c>at name (url:line:column)</c>, or <c>name@url:line:column</c>.
/// </summary>
internal static partial class ScriptStack
{
    /// <summary>The name that the probe gives itself; its own lines are none of the page's.</summary>
    private const string Probe = "microconv-probe.js";

    public static bool IsProbe(string url) => url.EndsWith(Probe, StringComparison.Ordinal);

    public static IReadOnlyList<ScriptFrame> Read(string stack) => [.. stack.Split('\n').Select(Line).OfType<ScriptFrame>()];

    private static ScriptFrame? Line(string line)
    {
        var match = Pattern().Match(line);
        if (!match.Success || IsProbe(match.Groups["url"].Value))
            return null;
        var function = match.Groups["function"].Value;
        return new ScriptFrame(
            match.Groups["url"].Value,
            Number(match, "line"),
            Number(match, "column"),
            function.Length == 0 ? null : function
        );
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?:\s*at (?:async )?(?:(?<function>[^()]*) \()?|(?<function>[^@]*)@)(?<url>[a-z][a-z0-9+.-]*:.*?):(?<line>\d{1,9}):(?<column>\d{1,9})\)?$"
    )]
    private static partial Regex Pattern();
}

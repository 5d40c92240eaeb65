using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace MicroConvQA.Browser.Capture.Wire;

/// <summary>
/// An author's <c>--host-resolver-rules</c>, kept here because names are resolved here and not by the browser:
/// <c>MAP *.shop.test 127.0.0.1:8080, EXCLUDE api.shop.test</c>. The first rule that fits counts.
/// </summary>
internal sealed partial class HostRules
{
    private const string Argument = "--host-resolver-rules=";
    private const string NotFound = "~NOTFOUND";

    private readonly IReadOnlyList<(Regex Host, string To)> maps;
    private readonly IReadOnlyList<Regex> excluded;

    private HostRules(IEnumerable<string> rules)
    {
        var words = rules.Select(rule => rule.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        maps = [.. words.Where(rule => rule is ["MAP", _, _]).Select(rule => (PatternOf(rule[1]), rule[2]))];
        excluded = [.. words.Where(rule => rule is ["EXCLUDE", _]).Select(rule => PatternOf(rule[1]))];
    }

    /// <summary>The rules in a browser's launch arguments.</summary>
    public static HostRules In(IEnumerable<string> arguments) =>
        new(arguments.Where(Is).SelectMany(argument => argument[Argument.Length..].Split(',', StringSplitOptions.TrimEntries)));

    public static bool Is(string argument) => argument.StartsWith(Argument, StringComparison.Ordinal);

    /// <returns>Where a host is to be found; null = nowhere.</returns>
    public DnsEndPoint? Resolve(DnsEndPoint asked)
    {
        if (excluded.Any(host => host.IsMatch(asked.Host)))
        {
            return asked;
        }

        var to = maps.FirstOrDefault(map => map.Host.IsMatch(asked.Host)).To;
        return to switch
        {
            null => asked,
            NotFound => null,
            _ => Parse(to, asked.Port),
        };
    }

    private static DnsEndPoint Parse(string to, int port)
    {
        var parts = Replacement().Match(to);
        var given = parts.Groups["port"];
        return new(
            parts.Groups["host"].Value.Trim('[', ']'),
            given.Success ? int.Parse(given.ValueSpan, CultureInfo.InvariantCulture) : port
        );
    }

    private static Regex PatternOf(string glob) =>
        new(
            $"^{Regex.Escape(glob).Replace("\\*", ".*", StringComparison.Ordinal)}$",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );

    [GeneratedRegex(@"^(?<host>\[[^\]]*\]|[^:]*)(?::(?<port>\d{1,5}))?$")]
    private static partial Regex Replacement();
}

using System.Text.RegularExpressions;
using MicroConvQA.Browser.Clock;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>
/// Tells faults of the world (a page that changed, a site that is down, a browser that died) from our own, and words them.
/// </summary>
internal static partial class WorldFault
{
    public static bool Is(Exception exception) =>
        exception is WalkBrokenException or PageClockException or PlaywrightException or TimeoutException;

    /// <summary>Whether a question to the page was lost because another page came in its place.</summary>
    public static bool IsPageReplaced(PlaywrightException exception) =>
        exception.Message.Contains("context was destroyed", StringComparison.Ordinal);

    /// <summary>Whether a navigation did not come to its end because another one began, or because it was a download.</summary>
    public static bool WasOvertaken(PlaywrightException exception) =>
        exception.Message.Contains("ERR_ABORTED", StringComparison.Ordinal)
        || exception.Message.Contains("NS_BINDING_ABORTED", StringComparison.Ordinal)
        || exception.Message.Contains("interrupted by another navigation", StringComparison.Ordinal);

    /// <summary>What happened and what to look at, in sentences.</summary>
    public static string Reason(Exception exception) =>
        exception switch
        {
            WalkBrokenException or PageClockException => exception.Message,
            PlaywrightException or TimeoutException => ReasonOf(exception.Message),
            _ => throw new InvalidOperationException("not a fault of the world", exception),
        };

    private static string ReasonOf(string message)
    {
        if (NetworkError().Match(message) is { Success: true } network)
            return OfNetwork(network.Groups["code"].Value, network.Groups["url"].Value);
        if (message.Contains("ffmpeg", StringComparison.Ordinal) && message.Contains("Executable doesn't exist", StringComparison.Ordinal))
            return "A video needs Playwright's own ffmpeg, which is not installed. Run Playwright's installer for it (playwright install ffmpeg), or set video to off.";
        if (Covering().Matches(message) is [.., var covering])
            return $"The element is covered by {covering.Groups["what"].Value}: close what lies over it first, or scroll it away.";
        if (
            message.Contains("Target page, context or browser has been closed", StringComparison.Ordinal)
            || message.Contains("Target closed", StringComparison.Ordinal)
        )
            return "The browser or its page closed while the action was under way. If it happens again, look at the machine's memory.";
        if (message.Contains("crashed", StringComparison.OrdinalIgnoreCase))
            return "The page crashed while the action was under way. If it happens again, look at the machine's memory.";
        if (UnknownKey().Match(message) is { Success: true } key)
            return $"There is no key '{key.Groups["key"].Value}'. Write keys as in Enter, Tab, Escape, ArrowDown, a or Control+A.";
        return State(message) ?? Plain(message);
    }

    private static string? State(string message) =>
        StateOf().Matches(message) is [.., var last]
            ? last.Groups["state"].Value switch
            {
                "enabled" => "The element is there but disabled. What must the shopper do first to enable it?",
                "stable" => "The element keeps moving and cannot be aimed at. Wait for what ends its animation.",
                "visible" => "The element was visible and was hidden again before it could be used.",
                "editable" => "The field is read-only.",
                var state => $"The element is not {state}.",
            }
            : null;

    /// <summary>Why a URL could not be opened.</summary>
    /// <param name="code">What Chromium calls it.</param>
    /// <param name="url">The URL.</param>
    public static string OfNetwork(string code, string url) =>
        code switch
        {
            "ERR_CONNECTION_REFUSED" => $"Nothing answers at {url} (connection refused). Start the shop, or correct baseURL or --base-url.",
            "ERR_NAME_NOT_RESOLVED" => $"The host of {url} is unknown. Correct baseURL or --base-url, or look at the machine's DNS.",
            "ERR_INTERNET_DISCONNECTED" => $"{url} could not be opened because the journey is offline here. Go online first.",
            "ERR_TOO_MANY_REDIRECTS" =>
                $"The shop sends the browser round in circles at {url}: each page only names the next. Look at its redirects, such as those for language, log-in or https.",
            "ERR_CONNECTION_RESET" or "ERR_EMPTY_RESPONSE" => $"The shop broke off the connection at {url} ({code}). Its log says why.",
            "ERR_CONNECTION_TIMED_OUT" or "ERR_TIMED_OUT" => $"The shop does not answer at {url} ({code}).",
            "ERR_ABORTED" =>
                $"The browser gave up opening {url} (ERR_ABORTED): it may be a download, or another navigation came in between.",
            _ when code.StartsWith("ERR_CERT", StringComparison.Ordinal) => $"The certificate of {url} is not trusted ({code}).",
            _ => $"{url} could not be opened ({code}).",
        };

    // The first line says what, the log below says how Playwright got there; an author needs the first.
    private static string Plain(string message)
    {
        var line = message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()
            ?? "No reason was given.";
        return Timeout()
            .Replace(line, match =>
                $"It took longer than {int.Parse(match.Groups["ms"].Value, System.Globalization.CultureInfo.InvariantCulture) / 1000.0:0.#} s."
            );
    }

    [GeneratedRegex(@"net::(?<code>ERR_[A-Z_]+) at (?<url>\S+)")]
    private static partial Regex NetworkError();

    [GeneratedRegex(@"- (?<what><[^\n]+>)(?: from <[^\n]+> subtree)? intercepts pointer events")]
    private static partial Regex Covering();

    [GeneratedRegex(@"- element is not (?<state>enabled|stable|visible|editable)")]
    private static partial Regex StateOf();

    [GeneratedRegex("Unknown key: \"(?<key>[^\"]+)\"")]
    private static partial Regex UnknownKey();

    [GeneratedRegex(@"^.*Timeout (?<ms>\d+)ms exceeded\.?.*$")]
    private static partial Regex Timeout();
}

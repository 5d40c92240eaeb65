using MicroConvQA.Configuration.Devices;

namespace MicroConvQA.Browser.Launching;

/// <summary>What a search for a browser came to: the browser, or what is missing and what to do.</summary>
internal sealed record BrowserSearch
{
    public required BrowserEngine AskedFor { get; init; }

    /// <summary>Null = none; then <see cref="Remedy"/> says what to do.</summary>
    public FoundBrowser? Found { get; init; }

    /// <summary>Each place that was looked at, in order, one sentence each.</summary>
    public required IReadOnlyList<string> Looked { get; init; }

    /// <summary>The next move where nothing was found, or where another engine stands in; null = nothing to do.</summary>
    public string? Remedy { get; init; }

    /// <summary>Whether another engine stands in for the one asked for.</summary>
    public bool IsEmulated => Found is not null && Found.Engine != AskedFor;

    /// <summary>The outcome in one sentence, as <c>doctor</c> prints it.</summary>
    public override string ToString() =>
        Found switch
        {
            null => $"{AskedFor}: not found. {Remedy}",
            _ when IsEmulated => $"{AskedFor}: emulated on {Found.Engine}, {Found.Path} ({Found.FoundBy}). {Remedy}",
            _ => $"{AskedFor}: {Found.Path} ({Found.FoundBy}).",
        };
}

/// <summary>A browser that can be started.</summary>
/// <param name="Engine">The engine that it really is.</param>
/// <param name="Path">Its executable, or the endpoint of one that runs elsewhere.</param>
/// <param name="Channel">What Playwright must be told beside the path; null = nothing.</param>
/// <param name="FoundBy">Where it was found, in words: <c>Debian's chromium</c>.</param>
internal sealed record FoundBrowser(BrowserEngine Engine, string Path, string? Channel, string FoundBy)
{
    /// <summary>Where it runs elsewhere and is connected to; null = on this machine.</summary>
    public RemoteBrowser? Remote { get; init; }
}

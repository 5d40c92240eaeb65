using MicroConvQA.Browser.Acting;
using MicroConvQA.Configuration;
using MicroConvQA.Running;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Walking;

/// <summary>What was kept of the page at one moment, by file names beside the recording; null = nothing.</summary>
internal sealed record PageSight(string? Screenshot, string? Markup)
{
    public static PageSight Nothing { get; } = new(null, null);
}

/// <summary>
/// Keeps what the page showed and what it was made of in the walk's folder, so that a walk that does not pass has evidence of its own. In
/// pictures the fields that hold secrets are blacked out, and in the markup secrets are replaced.
/// </summary>
/// <param name="context">The walk's tabs.</param>
/// <param name="directory">The walk's folder.</param>
/// <param name="mode">Whether the page is drawn after each step.</param>
/// <param name="mask">Replaces secrets in the markup; null = none is kept.</param>
internal sealed class Pictures(ActionContext context, string directory, ArtifactMode mode, RecordingMask? mask)
{
    private const string Markup = "most => (document.documentElement?.outerHTML ?? '').slice(0, most)";
    private const int MostLetters = 2_000_000;

    /// <summary>A page that does not answer for so long is busy, or just being replaced.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long the page may take to be drawn after a step: one that waits for its style sheet, or that is just being replaced, shows
    /// nothing yet.
    /// </summary>
    private static readonly TimeSpan StepPatience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan BreakagePatience = TimeSpan.FromSeconds(5);

    private const int Quality = 70;

    /// <summary>The page after a step, as far as that is wanted and can be had.</summary>
    public Task<PageSight> OfStepAsync(int index, string id) =>
        SightAsync($"step-{index + 1:00}-{id}", mode == ArtifactMode.Off ? null : StepPatience);

    /// <summary>The page at a breakage, drawn whatever the mode: without it nobody knows what the shopper saw.</summary>
    public Task<PageSight> OfBreakageAsync() => SightAsync("broken", BreakagePatience);

    private async Task<PageSight> SightAsync(string name, TimeSpan? patience)
    {
        var markup = mask is null ? Task.FromResult<string?>(null) : WriteAsync($"{name}.html", mask);
        var drawn = patience is { } limit ? TakeAsync($"{name}.jpg", limit) : Task.FromResult<string?>(null);
        return new PageSight(await drawn, await markup);
    }

    private async Task<string?> WriteAsync(string file, RecordingMask secrets)
    {
        try
        {
            var markup = await context.Tabs.Current.EvaluateAsync<string>(Markup, MostLetters).WaitAsync(Glance, context.Time);
            await File.WriteAllTextAsync(Path.Combine(directory, file), secrets.Apply(markup));
            return file;
        }
        catch (Exception exception) when (WorldFault.Is(exception) || DiskFault.Is(exception))
        {
            // As with a picture: what cannot be had is no reason to stop a walk.
            return null;
        }
    }

    private async Task<string?> TakeAsync(string file, TimeSpan patience)
    {
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(directory, file), await DrawAsync(context.Tabs.Current, patience));
            return file;
        }
        catch (Exception exception) when (WorldFault.Is(exception) || DiskFault.Is(exception))
        {
            // A picture is an extra: a page that cannot be drawn is no reason to stop a walk, or to hide why it broke.
            return null;
        }
    }

    /// <summary>
    /// Playwright's own picture waits for fonts and for the end of a navigation that is under way, and costs a dozen questions to the page.
    /// The browser's is what the shopper sees at this moment; only blacking out is Playwright's to do.
    /// </summary>
    private async Task<byte[]> DrawAsync(IPage page, TimeSpan patience)
    {
        if (context.SecretFields.Count > 0 || await context.Sessions.OfAsync(page) is not { } session)
        {
            return await page.ScreenshotAsync(
                new()
                {
                    Type = ScreenshotType.Jpeg,
                    Quality = Quality,
                    Mask = context.SecretFields,
                    Timeout = (float)patience.TotalMilliseconds,
                }
            );
        }

        var drawn = await session
            .SendAsync(
                "Page.captureScreenshot",
                new()
                {
                    ["format"] = "jpeg",
                    ["quality"] = Quality,
                    ["optimizeForSpeed"] = true,
                }
            )
            .WaitAsync(patience, context.Time);
        return drawn!.Value.GetProperty("data").GetBytesFromBase64();
    }
}

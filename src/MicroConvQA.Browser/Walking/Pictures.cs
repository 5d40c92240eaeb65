using MicroConvQA.Browser.Acting;
using MicroConvQA.Configuration;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Walking;

/// <summary>Takes pictures of the page into the walk's folder; fields that hold secrets are blacked out.</summary>
internal sealed class Pictures(ActionContext context, string directory, ArtifactMode mode)
{
    private const float Patience = 5_000;
    private const int Quality = 70;

    /// <summary>The page after a step; null where none is wanted or none could be taken.</summary>
    public Task<string?> OfStepAsync(int index, string id) =>
        mode == ArtifactMode.Off ? Task.FromResult<string?>(null) : TakeAsync($"step-{index + 1:00}-{id}.jpg");

    /// <summary>The page at a breakage, whatever the mode: without it nobody knows what the shopper saw.</summary>
    public Task<string?> OfBreakageAsync() => TakeAsync("broken.jpg");

    private async Task<string?> TakeAsync(string file)
    {
        try
        {
            await context.Tabs.Current.ScreenshotAsync(new()
            {
                Path = Path.Combine(directory, file),
                Type = ScreenshotType.Jpeg,
                Quality = Quality,
                Mask = context.SecretFields,
                Timeout = Patience,
            });
            return file;
        }
        catch (Exception exception) when (WorldFault.Is(exception))
        {
            // A picture is an extra: a page that cannot be drawn is no reason to stop a walk, or to hide why it broke.
            return null;
        }
    }
}

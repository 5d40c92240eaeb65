using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>Finds a page's frame by its name or a part of its URL, and waits until it is there.</summary>
internal sealed class FrameFinder(TimeProvider time)
{
    /// <summary>The frame, or null where none came within the patience.</summary>
    public async Task<IFrame?> FindAsync(IPage page, string nameOrUrl, TimeSpan patience)
    {
        var arrived = new TaskCompletionSource<IFrame>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, IFrame frame)
        {
            if (Is(frame, nameOrUrl))
                arrived.TrySetResult(frame);
        }

        page.FrameAttached += Look;
        page.FrameNavigated += Look;
        try
        {
            return page.Frames.FirstOrDefault(frame => Is(frame, nameOrUrl))
                ?? await ByElementAsync(page, nameOrUrl)
                ?? await arrived.Task.WaitAsync(patience, time);
        }
        catch (TimeoutException)
        {
            return await ByElementAsync(page, nameOrUrl);
        }
        finally
        {
            page.FrameAttached -= Look;
            page.FrameNavigated -= Look;
        }
    }

    // A frame that never navigated, as one whose content a script wrote, does not know its own name.
    private static async Task<IFrame?> ByElementAsync(IPage page, string name)
    {
        foreach (var frame in page.Frames.Skip(1))
            if (await (await frame.FrameElementAsync()).GetAttributeAsync("name") == name)
                return frame;
        return null;
    }

    private static bool Is(IFrame frame, string nameOrUrl) =>
        frame.ParentFrame is not null && (frame.Name == nameOrUrl || frame.Url.Contains(nameOrUrl, StringComparison.Ordinal));
}

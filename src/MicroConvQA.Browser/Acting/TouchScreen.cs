using System.Diagnostics;
using MicroConvQA.Journeys.Actions;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>Fingers on the screen of a device with touch, by real touch events; on one without, the mouse does the nearest thing.</summary>
internal sealed class TouchScreen(bool hasTouch)
{
    private const int SwipeMoves = 12;

    // A finger's pace: fast enough for a flick, slow enough that a page sees each move.
    private static readonly TimeSpan BetweenMoves = TimeSpan.FromMilliseconds(16);

    // Together longer than a frame takes on a busy machine.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private const int StillLooks = 4;

    private static readonly TimeSpan LongestThrow = TimeSpan.FromSeconds(3);

    // Where the element and what is in it are, whichever box it is that scrolls; a swipe may also have swept the element away.
    private const string Positions = """
        elements => elements.flatMap(element => [element, ...element.querySelectorAll('*')]).slice(0, 200)
          .map(part => part.getBoundingClientRect()).map(box => `${box.x} ${box.y}`).join(';')
        """;

    public Task TapAsync(ILocator element) => hasTouch ? element.TapAsync() : element.ClickAsync();

    public async Task DoubleTapAsync(IPage page, ILocator element)
    {
        if (!hasTouch)
        {
            await element.DblClickAsync();
            return;
        }

        // The trial makes sure that the finger would touch the element and nothing that lies over it.
        await element.TapAsync(new() { Trial = true });
        var point = Middle(await BoxAsync(element));
        await TouchAsync(page, [Down(point), Up(), Down(point), Up()]);
    }

    public async Task SwipeAsync(IPage page, ILocator element, SwipeDirection direction)
    {
        await element.ScrollIntoViewIfNeededAsync();
        var (from, to) = Line(await VisiblePartAsync(page, element), direction);
        if (hasTouch)
            await TouchAsync(page, [Down(from), .. Between(from, to).Select(Move), Up()]);
        else
            await DragAsync(page, from, to);
        await ComesToRestAsync(element);
    }

    // At a finger's pace, without waiting for each: a double tap would fall apart on a busy machine. The browser stamps the times, because
    // its clock and ours drift apart, and a gesture that is dated wrongly scrolls nothing.
    private static async Task TouchAsync(IPage page, IEnumerable<Dictionary<string, object>> events)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        List<Task> sent = [];
        foreach (var touch in events)
        {
            if (sent.Count > 0)
                await Task.Delay(BetweenMoves);
            sent.Add(session.SendAsync("Input.dispatchTouchEvent", touch));
        }

        await Task.WhenAll(sent);
        await session.DetachAsync();
    }

    /// <summary>Waits until what the finger threw lies still: a finger that comes down on a moving list stops it, and is no tap.</summary>
    private static async Task ComesToRestAsync(ILocator element)
    {
        var started = Stopwatch.GetTimestamp();
        var before = "";
        for (var still = 0; still < StillLooks && Stopwatch.GetElapsedTime(started) < LongestThrow; )
        {
            await Task.Delay(BetweenLooks);
            if (await PositionsAsync(element) is not { } now)
                return;
            still = now == before ? still + 1 : 0;
            before = now;
        }
    }

    /// <returns>Null where the swipe brought another page.</returns>
    private static async Task<string?> PositionsAsync(ILocator element)
    {
        try
        {
            return await element.EvaluateAllAsync<string>(Positions);
        }
        catch (PlaywrightException exception) when (WorldFault.IsPageReplaced(exception))
        {
            return null;
        }
    }

    private static async Task DragAsync(IPage page, (float X, float Y) from, (float X, float Y) to)
    {
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = SwipeMoves });
        await page.Mouse.UpAsync();
    }

    private static ((float X, float Y) From, (float X, float Y) To) Line(LocatorBoundingBoxResult box, SwipeDirection direction)
    {
        var (x, y) = Middle(box);
        var (near, far) = (0.15f, 0.85f);
        return direction switch
        {
            SwipeDirection.Left => ((box.X + box.Width * far, y), (box.X + box.Width * near, y)),
            SwipeDirection.Right => ((box.X + box.Width * near, y), (box.X + box.Width * far, y)),
            SwipeDirection.Up => ((x, box.Y + box.Height * far), (x, box.Y + box.Height * near)),
            SwipeDirection.Down => ((x, box.Y + box.Height * near), (x, box.Y + box.Height * far)),
            _ => throw new InvalidOperationException($"unknown direction {direction}"),
        };
    }

    private static IEnumerable<(float X, float Y)> Between((float X, float Y) from, (float X, float Y) to) =>
        Enumerable
            .Range(1, SwipeMoves)
            .Select(move => (float)move / SwipeMoves)
            .Select(share => (from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share));

    private static Dictionary<string, object> Down((float X, float Y) point) => Touch("touchStart", point);

    private static Dictionary<string, object> Move((float X, float Y) point) => Touch("touchMove", point);

    private static Dictionary<string, object> Up() => Touch("touchEnd");

    private static Dictionary<string, object> Touch(string type, params (float X, float Y)[] points) =>
        new()
        {
            ["type"] = type,
            ["touchPoints"] = points.Select(point => new Dictionary<string, object> { ["x"] = point.X, ["y"] = point.Y }).ToArray(),
        };

    private static async Task<LocatorBoundingBoxResult> VisiblePartAsync(IPage page, ILocator element)
    {
        var box = await BoxAsync(element);
        var (width, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        var (left, top) = (Math.Max(0, box.X), Math.Max(0, box.Y));
        return new LocatorBoundingBoxResult
        {
            X = left,
            Y = top,
            Width = Math.Min(width, box.X + box.Width) - left,
            Height = Math.Min(height, box.Y + box.Height) - top,
        };
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(ILocator element) =>
        await element.BoundingBoxAsync() ?? throw new WalkBrokenException("The element vanished before the finger came down.");

    private static (float X, float Y) Middle(LocatorBoundingBoxResult box) => (box.X + box.Width / 2, box.Y + box.Height / 2);
}

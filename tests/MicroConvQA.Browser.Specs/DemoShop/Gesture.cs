using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>What a shopper does on a page, and the conversions that it must push, in order.</summary>
internal sealed record Gesture(string Name, string Path, Func<IPage, Layout, Task> Act, params string[] Pushes)
{
    /// <summary>What has to be so before the page is opened, brought about without a browser's events.</summary>
    public Func<IAPIRequestContext, Task>? Given { get; init; }

    public Layout? Only { get; init; }

    /// <summary>Whether the phone's layout has other controls for it, or other code behind them.</summary>
    public bool IsOtherOnPhone { get; init; }

    /// <summary>Whether nothing more can be done on the page afterwards: it is left, or what opened lies over it.</summary>
    public bool IsLast { get; init; }

    public override string ToString() => Name;
}

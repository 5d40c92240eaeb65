using System.Globalization;
using MicroConvQA.Browser.Capture;
using MicroConvQA.Browser.Clock;
using MicroConvQA.Configuration.Devices;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>What the actions of one walk work on.</summary>
internal sealed record ActionContext
{
    public required DeviceProject Device { get; init; }

    /// <summary>Whether the device has touch and the engine can send it.</summary>
    public required bool HasTouch { get; init; }

    public required OpenTabs Tabs { get; init; }

    public required PendingRequests Requests { get; init; }

    public required Variables Variables { get; init; }

    public required LocatorResolver Locators { get; init; }

    public required PageClock Clock { get; init; }

    public required IWalkCapture Capture { get; init; }

    /// <summary>What speaks to single pages in Chromium's own words.</summary>
    internal PageSessions Sessions { get; } = new();

    public required TimeProvider Time { get; init; }

    /// <summary>The site under test.</summary>
    public required string BaseUrl { get; init; }

    /// <summary>The folder that uploads may come from, absolute.</summary>
    public required string Workspace { get; init; }

    /// <summary>The fields that a secret was typed into; no picture may show them. Grows while actions are done.</summary>
    public ICollection<ILocator> SecretFields { get; } = new List<ILocator>();

    /// <summary>How the pages write numbers; Playwright's own locale where the device names none.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Device.Locale ?? "en-US");
}

using FluentAssertions;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>Each gesture that the shop promises on a layout is pushed, and sent to each vendor, once.</summary>
[Category("Browser")]
internal abstract class MicroConversionSpecs(Layout layout) : DemoShopFixture
{
    protected async Task IsPushedAndSentOnceAsync(Gesture gesture)
    {
        await using var shopper = await EnterAsync(layout, gesture.Path, given: gesture.Given);
        var arrival = await shopper.PushedNamesAsync();

        await gesture.Act(shopper.Page, layout);

        await shopper.UntilPushedAsync(arrival.Count + gesture.Pushes.Length);
        (await shopper.PushedNamesAsync()).Skip(arrival.Count).Should().Equal(gesture.Pushes);
        var harvest = await shopper.LeaveAsync(left => left.Due());
        harvest.SentNames.Should().BeEquivalentTo(harvest.Due());
    }
}

[TestFixture]
[Parallelizable(ParallelScope.Self)]
internal sealed class DesktopConversionSpecs() : MicroConversionSpecs(Layout.Desktop)
{
    private static IEnumerable<Gesture> Those => Gestures.On(Layout.Desktop);

    [TestCaseSource(nameof(Those))]
    public Task A_gesture_is_pushed_and_sent_exactly_once(Gesture gesture) => IsPushedAndSentOnceAsync(gesture);
}

[TestFixture]
[Parallelizable(ParallelScope.Self)]
internal sealed class PhoneConversionSpecs() : MicroConversionSpecs(Layout.Phone)
{
    private static IEnumerable<Gesture> Those => Gestures.On(Layout.Phone);

    [TestCaseSource(nameof(Those))]
    public Task A_gesture_is_pushed_and_sent_exactly_once(Gesture gesture) => IsPushedAndSentOnceAsync(gesture);
}

using FluentAssertions;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.DemoShop;

[TestFixture(Layout.Desktop)]
[TestFixture(Layout.Phone)]
[Category("Browser")]
internal sealed class MicroConversionSpecs(Layout layout) : DemoShopFixture
{
    private static IEnumerable<TestCaseData> All => Gestures.All.Select(gesture => new TestCaseData(gesture));

    [TestCaseSource(nameof(All))]
    public async Task A_gesture_is_pushed_and_sent_exactly_once(Gesture gesture)
    {
        if (gesture.Only is { } only && only != layout) Assert.Pass($"{gesture.Name} belongs to the {only} layout.");
        await using var shopper = await EnterAsync(layout, gesture.Path, given: gesture.Given);
        var arrival = await shopper.PushedNamesAsync();

        await gesture.Act(shopper.Page, layout);

        await shopper.UntilPushedAsync(arrival.Count + gesture.Pushes.Length);
        (await shopper.PushedNamesAsync()).Skip(arrival.Count).Should().Equal(gesture.Pushes);
        var harvest = await shopper.LeaveAsync();
        await harvest.UntilAsync(harvest.Due());
        harvest.SentNames.Should().BeEquivalentTo(harvest.Due());
    }
}

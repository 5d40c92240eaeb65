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
        await shopper.ForgetAsync();

        await gesture.Act(shopper.Page, layout);

        await shopper.UntilPushedAsync(gesture.Pushes.Length);
        (await shopper.PushedNamesAsync()).Should().Equal(gesture.Pushes);
        var expected = gesture.Pushes.SelectMany(push => VendorNames.Of[push].For(push)).ToArray();
        var sent = await shopper.LeaveAsync(expected);
        sent.Select(hit => hit.ToString()).Where(name => !IsDwell(name, gesture)).Should().BeEquivalentTo(expected);
    }

    // Letting the queues run out keeps a product page open for six seconds.
    private static bool IsDwell(string name, Gesture gesture) =>
        !gesture.Pushes.Contains("view_item") && VendorNames.Of["view_item"].For("view_item").Contains(name);
}

using FluentAssertions;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>Each gesture that the shop promises on a layout is pushed, and sent to each vendor, once.</summary>
[Category("Browser")]
internal abstract class MicroConversionSpecs(Layout layout) : DemoShopFixture
{
    protected static IEnumerable<TestCaseData> Tests(IEnumerable<Visit> visits) =>
        visits.Select(visit => new TestCaseData(visit).SetArgDisplayNames(visit.ToString()));

    protected async Task ArePushedAndSentOnceAsync(Visit visit)
    {
        await using var shopper = await EnterAsync(layout, visit.Path, given: visit.Given);
        List<string> due = [.. await shopper.PushedNamesAsync()];

        foreach (var gesture in visit.Gestures)
        {
            await gesture.Act(shopper.Page, layout);

            due.AddRange(gesture.Pushes);
            await shopper.UntilPushedAsync(due.Count);
            (await shopper.PushedNamesAsync()).Should().Equal(due, "that is due once {0}", gesture);
        }

        var harvest = await shopper.LeaveAsync(left => left.Due());
        harvest.SentNames.Should().BeEquivalentTo(harvest.Due());
    }
}

[TestFixture]
internal sealed class DesktopConversionSpecs() : MicroConversionSpecs(Layout.Desktop)
{
    private static IEnumerable<TestCaseData> Visits => Tests(Visit.Of(Gestures.On(Layout.Desktop)));

    [TestCaseSource(nameof(Visits))]
    public Task Each_gesture_is_pushed_and_sent_exactly_once(Visit visit) => ArePushedAndSentOnceAsync(visit);
}

/// <summary>A plain run does on a phone what is done otherwise there; the night does all of it.</summary>
[TestFixture]
internal sealed class PhoneConversionSpecs() : MicroConversionSpecs(Layout.Phone)
{
    private static IEnumerable<TestCaseData> Other => Tests(Visit.Of(Gestures.OnPhoneOnly));

    private static IEnumerable<TestCaseData> Alike => Tests(Visit.Of(Gestures.On(Layout.Phone).Except(Gestures.OnPhoneOnly)));

    [TestCaseSource(nameof(Other))]
    [TestCaseSource(nameof(Alike), Category = "Nightly")]
    public Task Each_gesture_is_pushed_and_sent_exactly_once(Visit visit) => ArePushedAndSentOnceAsync(visit);
}

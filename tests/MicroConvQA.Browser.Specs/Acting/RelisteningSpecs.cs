using FluentAssertions;
using MicroConvQA.Browser.Acting;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Acting;

public sealed class RelisteningSpecs
{
    // Playwright takes whole milliseconds, and 0 for no limit.
    [TestCase(0.0001, 1)]
    [TestCase(0.9, 1)]
    [TestCase(1, 1)]
    [TestCase(999.2, 1000)]
    public void What_is_left_of_a_millisecond_is_not_waited_for_for_ever(double left, int timeout) =>
        Relistening.TimeoutOf(TimeSpan.FromMilliseconds(left)).Should().Be(timeout);

    [Test]
    public async Task What_never_comes_is_listened_for_anew_until_its_time_is_over()
    {
        var count = 0;

        var isThere = await Relistening.ReachesAsync(TimeSpan.FromSeconds(1.5), async timeout =>
        {
            count++;
            await Task.Delay(TimeSpan.FromMilliseconds(timeout));
            throw new TimeoutException();
        });

        isThere.Should().BeFalse();
        count.Should().BeGreaterThanOrEqualTo(2);
    }
}

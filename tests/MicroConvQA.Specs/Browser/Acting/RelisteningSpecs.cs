using FluentAssertions;
using MicroConvQA.Browser.Acting;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Acting;

internal sealed class RelisteningSpecs
{
    // Playwright takes whole milliseconds, and 0 for no limit.
    [TestCase(0.0001, 1)]
    [TestCase(0.9, 1)]
    [TestCase(1, 1)]
    [TestCase(999.2, 1000)]
    public void What_is_left_of_a_millisecond_is_not_waited_for_for_ever(double left, int timeout) =>
        Relistening.TimeoutOf(TimeSpan.FromMilliseconds(left)).Should().Be(timeout);
}

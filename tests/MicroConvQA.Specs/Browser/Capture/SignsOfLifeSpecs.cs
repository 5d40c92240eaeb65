using FluentAssertions;
using MicroConvQA.Attribution;
using MicroConvQA.Browser.Capture;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Capture;

internal sealed class SignsOfLifeSpecs
{
    [TestCase(true, 0, 5, 10, 15)]
    [TestCase(true, 0, 5.4, 9.8, 15.1, 20)]
    [TestCase(false, 0, 5, 10)]
    [TestCase(false, 0, 1, 10, 15)]
    [TestCase(false, 0, 0.2, 0.4, 0.6)]
    [TestCase(false, 3)]
    public void What_comes_again_and_again_at_equal_intervals_is_a_sign_of_life(bool isOne, params double[] seconds) =>
        SignsOfLife.Are([.. seconds.Select(TimeSpan.FromSeconds)], new Tolerances()).Should().Be(isOne);
}

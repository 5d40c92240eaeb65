using FluentAssertions;
using MicroConvQA.Matching.Conditions;
using NUnit.Framework;

namespace MicroConvQA.Specs.Matching;

internal sealed class ValueTypesSpecs
{
    [TestCase(1e300, 1e300, true)]
    [TestCase(1e300, 2e300, false)]
    [TestCase(double.NaN, double.NaN, true)]
    public void Numbers_beyond_decimals_are_compared_as_they_are_written(double left, double right, bool areEqual)
    {
        ValueTypes.AreEqual(left, right).Should().Be(areEqual);
    }

    [Test]
    public void A_number_beyond_decimals_is_not_a_price()
    {
        ValueTypes.AreEqual(1e300, 29.9m).Should().BeFalse();
    }

    [Test]
    public void A_number_beyond_decimals_is_not_its_text()
    {
        ValueTypes.AreEqual(1e300, "1E+300").Should().BeFalse();
    }
}

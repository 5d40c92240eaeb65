using FluentAssertions;
using MicroConvQA.Browser.Acting;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Acting;

internal sealed class CanaryPersonSpecs
{
    [Test]
    public void The_same_walk_of_a_run_has_the_same_shopper()
    {
        var one = CanaryPerson.Of("guest-checkout.pixel-7.granted", 1, "run 1");

        var again = CanaryPerson.Of("guest-checkout.pixel-7.granted", 1, "run 1");

        again.Should().Be(one);
    }

    [TestCase("guest-checkout.desktop.granted", 1, "run 1")]
    [TestCase("guest-checkout.pixel-7.granted", 2, "run 1")]
    [TestCase("guest-checkout.pixel-7.granted", 1, "run 2")]
    public void Another_walk_attempt_or_run_has_another_one(string walk, int attempt, string seed)
    {
        var one = CanaryPerson.Of("guest-checkout.pixel-7.granted", 1, "run 1");

        var other = CanaryPerson.Of(walk, attempt, seed);

        new[] { other.Email, other.Password, other.Card, other.First + other.Last }
            .Should()
            .NotContain(new[] { one.Email, one.Password, one.Card, one.First + one.Last });
    }

    [Test]
    public void Nobody_real_is_reached()
    {
        var people = Enumerable.Range(0, 50).Select(number => CanaryPerson.Of($"walk-{number}", 1, "seed")).ToList();

        people.Should().OnlyContain(person => person.Email.EndsWith("@example.com", StringComparison.Ordinal));
        people.Should().OnlyContain(person => person.Phone.StartsWith("+447700900", StringComparison.Ordinal) && person.Phone.Length == 13);
    }

    [Test]
    public void The_card_number_has_its_check_digit()
    {
        var people = Enumerable.Range(0, 50).Select(number => CanaryPerson.Of($"walk-{number}", 1, "seed"));

        people.Should().OnlyContain(person => person.Card.Length == 16 && LuhnSum(person.Card) % 10 == 0);
    }

    private static int LuhnSum(string digits) =>
        digits.Reverse().Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 1 : 2)).Sum(weighted => weighted / 10 + weighted % 10);
}

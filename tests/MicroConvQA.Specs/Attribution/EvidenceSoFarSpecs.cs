using FluentAssertions;
using MicroConvQA.Attribution;
using NUnit.Framework;

namespace MicroConvQA.Specs.Attribution;

internal sealed class EvidenceSoFarSpecs
{
    private static readonly EvidenceSoFar StepsOneToThree = Heard(new EvidenceSoFar(StatesTime: false), Says(1, 3, 10, 40));

    [Test]
    public void What_both_say_is_what_is_left()
    {
        var known = Heard(StepsOneToThree, Says(2, 5, 20, 60) with { Likely = 5, Words = "it says so" });

        known
            .Should()
            .BeEquivalentTo(
                new
                {
                    FirstStep = 2,
                    LastStep = 3,
                    Earliest = Second(20),
                    Latest = Second(40),
                    Likely = 3,
                    Words = "it says so",
                }
            );
    }

    [Test]
    public void Evidence_without_words_narrows_and_is_not_named() =>
        Heard(StepsOneToThree, Says(2, 3, 10, 40) with { Words = null }).Words.Should().Be("the first");

    [TestCase(nameof(Contradiction.Dropped), 1, 3)]
    [TestCase(nameof(Contradiction.NearestEnd), 3, 3)]
    [TestCase(nameof(Contradiction.Replaces), 5, 6)]
    public void What_contradicts_is_dealt_with_by_its_rank(string onContradiction, int first, int last)
    {
        var known = StepsOneToThree.Narrowed(Says(5, 6, 50, 60), Enum.Parse<Contradiction>(onContradiction), time => time);

        (known.FirstStep, known.LastStep).Should().Be((first, last));
    }

    [Test]
    public void What_cannot_contradict_and_does_is_our_own_fault() =>
        FluentActions
            .Invoking(() => StepsOneToThree.Narrowed(Says(5, 6, 50, 60), Contradiction.None, time => time))
            .Should()
            .Throw<InvalidOperationException>();

    [Test]
    public void Of_two_clocks_that_agree_on_a_step_and_miss_each_other_by_a_moment_the_narrower_one_holds()
    {
        var known = Heard(StepsOneToThree, Says(3, 3, 41, 42));

        (known.Earliest, known.Latest).Should().Be((Second(41), Second(42)));
    }

    [Test]
    public void A_stated_page_time_is_only_made_later_by_what_is_heard_after_it()
    {
        var stated = Heard(StepsOneToThree, Says(1, 3, 10, 40) with { OnPage = Second(100) });

        Heard(stated, Says(2, 2, 20, 20)).OnPage.Should().Be(Second(100));
        stated.Narrowed(Says(2, 2, 20, 20), Contradiction.Dropped, time => time + Second(90)).OnPage.Should().Be(Second(110));
        Heard(StepsOneToThree, Says(2, 2, 20, 20)).OnPage.Should().BeNull("nothing was stated");
    }

    private static EvidenceSoFar Heard(EvidenceSoFar known, TimeEvidence evidence) =>
        known.Narrowed(evidence, Contradiction.Dropped, time => time);

    private static TimeEvidence Says(int first, int last, double from, double to) =>
        new()
        {
            Kind = EvidenceKind.Page,
            FirstStep = first,
            LastStep = last,
            Earliest = Second(from),
            Latest = Second(to),
            Words = "the first",
        };

    private static TimeSpan Second(double second) => TimeSpan.FromSeconds(second);
}

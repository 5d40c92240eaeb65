using FluentAssertions;
using MicroConvQA.Journeys;
using NUnit.Framework;

namespace MicroConvQA.Specs.Journeys;

internal sealed class JourneyReaderSpecs
{
    private const string Step = "steps: [{step: Any, do: [back]}]\n";

    public sealed class Mistakes
    {
        [TestCase(
            "journey: any\n" + "stpes: []\n" + Step,
            "journeys/checkout.yaml(2,1): error: unknown journey key 'stpes'. Did you mean 'steps'?"
        )]
        [TestCase(
            "title: x\n" + Step,
            "journeys/checkout.yaml(1,1): error: a journey needs 'journey': the journey's name, unique among all journeys."
        )]
        [TestCase(
            "journey: Any One\n" + Step,
            "journeys/checkout.yaml(1,10): error: 'journey' must be a name of lower-case letters, digits and dashes, but is the text 'Any One'."
        )]
        [TestCase("journey: any\n", "journeys/checkout.yaml(1,1): error: a journey needs 'steps': what the shopper does, step by step.")]
        [TestCase(
            "journey: any\nsteps: []\n",
            "journeys/checkout.yaml(2,8): error: 'steps' must be a list of steps, at least one, but is an empty list."
        )]
        [TestCase(
            "journey: any\nsteps:\n",
            "journeys/checkout.yaml(2,7): error: 'steps' must be a list of steps, at least one, but is nothing."
        )]
        [TestCase(
            "journey: any\nsteps:\n  - step: Any\n",
            "journeys/checkout.yaml(3,5): error: a step needs at least one of 'do', 'expect'."
        )]
        [TestCase(
            "journey: any\nsteps:\n  - do: [back]\n",
            "journeys/checkout.yaml(3,5): error: a step needs 'step': what the shopper does, in words."
        )]
        [TestCase(
            "journey: any\nsteps:\n  - step: Any\n    expect: [serch]\n",
            "journeys/checkout.yaml(4,14): error: unknown conversion 'serch'. Did you mean 'search'? Conversions are defined in journeys/dictionary.yaml."
        )]
        [TestCase(
            "journey: any\nsteps:\n  - step: Any\n    expect: [search]\n    never: [search]\n",
            "journeys/checkout.yaml(5,13): error: 'search' is both expected and forbidden in this step. Keep one."
        )]
        [TestCase(
            "journey: any\nsteps:\n  - step: Any\n    expect: [{search: {}, purchase: {}}]\n",
            "journeys/checkout.yaml(4,27): error: an expectation is one conversion, but 'purchase' is a second key. Indent it further if it is a condition, or give it a list item ('- ') of its own."
        )]
        [TestCase(
            "journey: any\ndevices: [fone]\n" + Step,
            "journeys/checkout.yaml(2,11): error: unknown device 'fone'. Did you mean 'phone'?"
        )]
        [TestCase(
            "journey: any\nconsent: maybe\n" + Step,
            "journeys/checkout.yaml(2,10): error: unknown consent preset 'maybe'. Known: granted, denied, none."
        )]
        [TestCase(
            "journey: any\nvisitor: old\n" + Step,
            "journeys/checkout.yaml(2,10): error: 'visitor' must be one of new, returning, but is 'old'."
        )]
        [TestCase(
            "journey: any\nstrict: yes\n" + Step,
            "journeys/checkout.yaml(2,9): error: 'strict' must be true or false, but is the text 'yes'."
        )]
        [TestCase(
            "journey: any\nstart: /$slug\n" + Step,
            "journeys/checkout.yaml(2,8): error: the variable '$slug' has no value here. Set it under 'vars', remember it in an earlier action, or write $$ for a dollar sign."
        )]
        [TestCase(
            "journey: any\nvars: {sku: A}\nstart: /$skuu\n" + Step,
            "journeys/checkout.yaml(3,8): error: the variable '$skuu' has no value here. Did you mean '$sku'? Set it under 'vars', remember it in an earlier action, or write $$ for a dollar sign."
        )]
        [TestCase(
            "journey: any\nvars: {a: $b, b: x$a, c: $a}\n" + Step,
            "journeys/checkout.yaml(2,8): error: the variable 'a' refers to itself, directly or through others. Break the circle."
        )]
        [TestCase(
            "journey: any\nvars: {a: 1}\nfor each: {a: [2]}\n" + Step,
            "journeys/checkout.yaml(3,12): error: the variable 'a' stands under 'vars' too, in line 2. Keep one."
        )]
        [TestCase(
            "journey: any\nfor each: {a: []}\n" + Step,
            "journeys/checkout.yaml(2,15): error: 'a' must be a list of values, at least one, but is an empty list."
        )]
        [TestCase("just a text\n", "journeys/checkout.yaml(1,1): error: a journey must be a mapping, but is the text 'just a text'.")]
        public void Each_has_its_own_message_at_its_place(string text, string expected)
        {
            var problems = Samples.ProblemsOf(text);

            problems.Should().Contain(expected);
        }

        [Test]
        public void All_of_all_files_are_reported_at_once_in_order()
        {
            var problems = Samples.ProblemsOf(
                Samples.File("journey: b\nstpes: 1\nsteps: [{step: Any, do: [clik]}]\n", "b"),
                Samples.File("journey: a\nsteps: [\n", "a")
            );

            problems
                .Should()
                .Equal(
                    "journeys/a.yaml(2,8): error: this '[' is not closed.",
                    "journeys/b.yaml(2,1): error: unknown journey key 'stpes'. Did you mean 'steps'?",
                    "journeys/b.yaml(3,26): error: unknown action 'clik'. Did you mean 'click'?"
                );
        }

        [Test]
        public void What_a_cut_file_lacks_is_not_held_against_it()
        {
            var problems = Samples.ProblemsOf(
                "journey: any\ntitel: x\nsteps:\n  - step: Any\n    do:\n      - click: {role: button\n      - back\n"
            );

            problems
                .Should()
                .Equal(
                    "journeys/checkout.yaml(2,1): error: unknown journey key 'titel'. Did you mean 'title'?",
                    "journeys/checkout.yaml(6,16): error: this '{' is not closed."
                );
        }

        [Test]
        public void Two_journeys_of_one_name_are_reported_at_both_places()
        {
            var problems = Samples.ProblemsOf(Samples.File("journey: any\n" + Step, "a"), Samples.File("journey: any\n" + Step, "b"));

            problems
                .Should()
                .Equal(
                    "journeys/a.yaml(1,10): error: two journeys are named 'any'; the other is at journeys/b.yaml(1,10). Rename one.",
                    "journeys/b.yaml(1,10): error: two journeys are named 'any'; the other is at journeys/a.yaml(1,10). Rename one."
                );
        }

        [Test]
        public void Two_steps_of_one_id_are_refused()
        {
            var problems = Samples.ProblemsOf("journey: any\nsteps:\n  - {step: A, id: x, do: [back]}\n  - {step: B, id: x, do: [back]}\n");

            problems.Should().Equal("journeys/checkout.yaml(4,19): error: two steps have the id 'x'; the other is in line 3. Rename one.");
        }

        [Test]
        public void A_matrix_of_more_than_200_rows_is_refused()
        {
            var values = string.Join(",", Enumerable.Range(1, 15));

            var problems = Samples.ProblemsOf($"journey: any\nfor each: {{a: [{values}], b: [{values}]}}\n{Step}");

            problems
                .Should()
                .Equal("journeys/checkout.yaml(2,11): error: 'for each' makes 225 rows; at most 200 are walked. Split the journey.");
        }
    }

    public sealed class Variables
    {
        [Test]
        public void What_is_remembered_is_known_from_there_on()
        {
            var problems = Samples.ProblemsOf(
                "journey: any\nsteps:\n  - step: A\n    expect: [{purchase: {value: $total}}]\n    do: [{remember: {total: {text of: .t}}}]\n  - step: B\n    do: [{fill: {X: $total}}]\n"
            );

            problems.Should().BeEmpty();
        }

        [Test]
        public void What_is_remembered_later_is_not_known_yet()
        {
            var problems = Samples.ProblemsOf(
                "journey: any\nsteps: [{step: A, do: [{fill: {X: $total}}, {remember: {total: {text of: .t}}}]}]\n"
            );

            problems.Should().ContainSingle().Which.Should().Contain("'$total' has no value here");
        }

        [Test]
        public void A_second_value_under_one_name_is_refused()
        {
            var problems = Samples.ProblemsOf(
                "journey: any\nsteps: [{step: A, do: [{remember: {t: {text of: .a}}}, {remember: {t: {text of: .b}}}]}]\n"
            );

            problems
                .Should()
                .Equal(
                    "journeys/checkout.yaml(2,57): error: the variable 't' already has a value from journeys/checkout.yaml(2,25). Remember this one by a name of its own."
                );
        }

        [Test]
        public void The_person_and_the_environment_are_always_known()
        {
            var problems = Samples.ProblemsOf(
                "journey: any\nsteps: [{step: A, do: [{fill: {M: $person.email, P: \"$env.PASSWORD\", D: $$x}}]}]\n"
            );

            problems.Should().BeEmpty();
        }

        [Test]
        public void A_field_that_the_person_lacks_is_refused()
        {
            var problems = Samples.ProblemsOf("journey: any\nsteps: [{step: A, do: [{fill: {M: $person.mail}}]}]\n");

            problems.Should().ContainSingle().Which.Should().Contain("Did you mean '$person.email'?");
        }
    }

    [Test]
    public void A_matrix_multiplies_its_lists()
    {
        var journey = Samples.Read("journey: any\nfor each: {product: [A, B], market: [us, de]}\n" + Step);

        journey
            .Matrix.Select(row => row.ToString())
            .Should()
            .Equal("product=A, market=us", "product=A, market=de", "product=B, market=us", "product=B, market=de");
    }

    [Test]
    public void Ids_made_from_words_are_unique_and_plain()
    {
        var journey = Samples.Read(
            "journey: any\nsteps:\n  - {step: Größe wählen!, do: [back]}\n  - {step: Grösse wählen, do: [back]}\n  - {step: 価格, do: [back]}\n"
        );

        journey.Steps.Select(step => step.Id).Should().Equal("grosse-wahlen", "grosse-wahlen-2", "step-3");
    }

    [Test]
    public void A_journey_keeps_its_text_so_that_it_can_be_judged_again()
    {
        var journey = Samples.Read("journey: any\n" + Step);

        journey.Sources.Should().Equal(Samples.File("journey: any\n" + Step));
    }

    [Test]
    public void Where_the_dictionary_could_not_be_read_conversions_are_not_held_against_it()
    {
        var journeys = new JourneyReader(KnownNames.Nothing).Read([
            Samples.File("journey: any\nsteps: [{step: Any, expect: [whatever]}]\n"),
        ]);

        journeys[0].Steps[0].Expect[0].Conversion.Should().Be("whatever");
    }
}

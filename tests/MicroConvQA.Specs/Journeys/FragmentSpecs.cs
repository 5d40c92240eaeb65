using FluentAssertions;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Journeys;

internal sealed class FragmentSpecs
{
    private static SourceText Fragment(string name, string text) => new($"journeys/fragments/{name}.yaml", text);

    private static readonly SourceText s_login = Fragment(
        "login",
        "fragment: login\nvars: {mail: $person.email, button: }\ndo:\n  - fill: {E-mail: $mail}\n  - click: {role: button, name: Sign $button}\n"
    );

    private static string Using(string use) => $"journey: any\nsteps:\n  - step: Any\n    do: [{{use: {use}}}]\n";

    [Test]
    public void A_fragments_actions_stand_where_it_is_used_with_its_variables_put_in()
    {
        var journey = Samples.Read(Using("{name: login, with: {button: in}}"), s_login);

        journey
            .Steps[0]
            .Do.Select(action => action.Text)
            .Should()
            .Equal("fill: {E-mail: $person.email}", "click: {role: button, name: Sign in}");
    }

    [Test]
    public void Its_actions_keep_the_place_where_they_were_written()
    {
        var journey = Samples.Read(Using("{name: login, with: {button: in}}"), s_login);

        journey.Steps[0].Do[1].Place.Should().Be(new SourcePlace("journeys/fragments/login.yaml", 5, 5));
    }

    [Test]
    public void The_journey_keeps_the_fragments_text_too()
    {
        var journey = Samples.Read(Using("{name: login, with: {button: in}}"), s_login, Fragment("other", "fragment: other\ndo: [back]\n"));

        journey.Sources.Select(source => source.File).Should().Equal("journeys/checkout.yaml", "journeys/fragments/login.yaml");
    }

    [Test]
    public void A_fragment_may_use_another_one_on_some_devices()
    {
        var journey = Samples.Read(
            Using("outer"),
            Fragment("outer", "fragment: outer\ndo: [{on phone: [{use: inner}]}]\n"),
            Fragment("inner", "fragment: inner\ndo: [back]\n")
        );

        ((OnDevice)journey.Steps[0].Do[0]).Actions.Should().ContainSingle().Which.Should().BeOfType<GoBack>();
    }

    [TestCase(
        "logn",
        "journeys/checkout.yaml(4,16): error: there is no fragment 'logn'. Did you mean 'login'? A fragment is the file fragments/logn.yaml in the folder of journeys."
    )]
    [TestCase(
        "login",
        "journeys/checkout.yaml(4,16): error: the fragment 'login' needs a value for 'button': use: {name: login, with: {button: …}}."
    )]
    [TestCase(
        "{name: login, with: {button: in, mial: x}}",
        "journeys/checkout.yaml(4,49): error: the fragment 'login' has no variable 'mial'. Did you mean 'mail'? Its variables stand under its 'vars'."
    )]
    [TestCase("{nmae: login}", "journeys/checkout.yaml(4,17): error: unknown key of 'use' 'nmae'. Did you mean 'name'?")]
    public void Each_wrong_use_has_its_own_message(string use, string expected)
    {
        var problems = Samples.ProblemsOf(Samples.File(Using(use)), s_login);

        problems.Should().Contain(expected);
    }

    [Test]
    public void A_fragment_that_uses_itself_is_refused()
    {
        var problems = Samples.ProblemsOf(Fragment("a", "fragment: a\ndo: [{use: b}]\n"), Fragment("b", "fragment: b\ndo: [{use: a}]\n"));

        problems
            .Should()
            .Equal(
                "journeys/fragments/a.yaml(2,12): error: the fragment 'b' uses itself: b → a → b. Break the circle.",
                "journeys/fragments/b.yaml(2,12): error: the fragment 'a' uses itself: a → b → a. Break the circle."
            );
    }

    [Test]
    public void A_mistake_in_a_fragment_is_reported_once_however_often_it_is_used()
    {
        var problems = Samples.ProblemsOf(
            Samples.File("journey: any\nsteps: [{step: A, do: [{use: bad}, {use: bad}]}]\n"),
            Fragment("bad", "fragment: bad\ndo: [{clik: A}]\n")
        );

        problems.Should().Equal("journeys/fragments/bad.yaml(2,7): error: unknown action 'clik'. Did you mean 'click'?");
    }

    [TestCase("5s")]
    [TestCase("")]
    public void A_variable_may_stand_where_a_text_cannot(string ownValue)
    {
        var journey = Samples.Read(
            Using("{name: wait, with: {time: 3s}}"),
            Fragment("wait", $"fragment: wait\nvars: {{time: {ownValue}}}\ndo: [{{stay: $time}}]\n")
        );

        ((Stay)journey.Steps[0].Do[0]).Duration.Should().Be(TimeSpan.FromSeconds(3));
    }

    [Test]
    public void A_value_that_does_not_fit_is_reported_where_the_fragment_needs_it()
    {
        var problems = Samples.ProblemsOf(
            Samples.File(Using("{name: wait, with: {time: soon}}")),
            Fragment("wait", "fragment: wait\nvars: {time: 5s}\ndo: [{stay: $time}]\n")
        );

        problems
            .Should()
            .Equal(
                "journeys/fragments/wait.yaml(3,13): error: 'stay' must be a duration such as 5s, 300ms or 1m30s, but is the text 'soon'."
            );
    }

    [Test]
    public void A_fragment_bears_its_files_name()
    {
        var problems = Samples.ProblemsOf(Fragment("login", "fragment: sign-in\ndo: [back]\n"));

        problems
            .Should()
            .Equal(
                "journeys/fragments/login.yaml(1,11): error: the fragment calls itself 'sign-in', but its file is journeys/fragments/login.yaml. Give both one name."
            );
    }

    [Test]
    public void Fragments_that_multiply_without_end_are_stopped()
    {
        var bombs = Enumerable
            .Range(1, 15)
            .Select(i =>
                Fragment(
                    $"f{i}",
                    $"fragment: f{i}\ndo: [{string.Join(", ", Enumerable.Repeat(i == 15 ? "back" : $"{{use: f{i + 1}}}", 10))}]\n"
                )
            );

        var problems = Samples.ProblemsOf([Samples.File(Using("f1")), .. bombs]);

        problems.Should().Contain(problem => problem.EndsWith("this has more than 5,000 actions.", StringComparison.Ordinal));
    }
}

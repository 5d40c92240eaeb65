using FluentAssertions;
using MicroConvQA.Journeys.Actions;
using MicroConvQA.Journeys.Locators;
using NUnit.Framework;

namespace MicroConvQA.Specs.Journeys;

internal sealed class ActionSpecs
{
    private static StepAction Action(string yaml) => Samples.Step($"[{yaml}]").Do.Single();

    [TestCase("open: /cart", typeof(OpenPage))]
    [TestCase("click: Buy", typeof(Click))]
    [TestCase("double click: Buy", typeof(DoubleClick))]
    [TestCase("tap: Buy", typeof(Tap))]
    [TestCase("double tap: Buy", typeof(DoubleTap))]
    [TestCase("fill: {Search: lamp}", typeof(Fill))]
    [TestCase("press: Enter", typeof(Press))]
    [TestCase("press: {key: Enter, on: Search}", typeof(Press))]
    [TestCase("select: {Size: M}", typeof(SelectOption))]
    [TestCase("check: Express", typeof(Check))]
    [TestCase("uncheck: Express", typeof(Uncheck))]
    [TestCase("hover: Menu", typeof(Hover))]
    [TestCase("scroll to: Reviews", typeof(ScrollTo))]
    [TestCase("scroll by: -200", typeof(ScrollBy))]
    [TestCase("scroll percent: 90", typeof(ScrollToPercent))]
    [TestCase("swipe: {on: Gallery, to: left}", typeof(Swipe))]
    [TestCase("upload: {Photo: lamp.png}", typeof(Upload))]
    [TestCase("stay: 5s", typeof(Stay))]
    [TestCase("reload", typeof(Reload))]
    [TestCase("back", typeof(GoBack))]
    [TestCase("forward", typeof(GoForward))]
    [TestCase("new tab", typeof(NewTab))]
    [TestCase("new tab: /help", typeof(NewTab))]
    [TestCase("close tab", typeof(CloseTab))]
    [TestCase("switch tab: 2", typeof(SwitchTab))]
    [TestCase("wait for: Thanks", typeof(WaitForElement))]
    [TestCase("wait for: {url: \"**/thanks\"}", typeof(WaitForUrl))]
    [TestCase("wait for: {text: Thanks}", typeof(WaitForText))]
    [TestCase("wait for: {text: Thanks, inside: .box}", typeof(WaitForElement))]
    [TestCase("accept consent", typeof(AnswerConsent))]
    [TestCase("reject consent", typeof(AnswerConsent))]
    [TestCase("consent: granted", typeof(AnswerConsent))]
    [TestCase("go offline", typeof(GoOffline))]
    [TestCase("go online", typeof(GoOnline))]
    [TestCase("play: Trailer", typeof(Play))]
    [TestCase("play: {on: {css: video}, for: 2s}", typeof(Play))]
    [TestCase("play: {css: video}", typeof(Play))]
    [TestCase("remember: {price: {text of: .price}}", typeof(Remember))]
    [TestCase("on phone: [{tap: Menu}]", typeof(OnDevice))]
    public void Each_action_is_read_and_keeps_its_words(string yaml, Type expected)
    {
        var action = Action(yaml.Contains(':', StringComparison.Ordinal) ? $"{{{yaml}}}" : yaml);

        (action.GetType(), action.Text.Replace("\"", "", StringComparison.Ordinal))
            .Should()
            .Be((expected, yaml.Replace("\"", "", StringComparison.Ordinal)));
    }

    [Test]
    public void A_field_is_named_by_its_label()
    {
        var fill = (Fill)Action("{fill: {E-mail: a@b.c}}");

        fill.Field.Locators.Should()
            .Equal(
                new ElementLocator
                {
                    Kind = LocatorKind.Label,
                    Value = "E-mail",
                    Exact = true,
                }
            );
    }

    [Test]
    public void A_field_key_that_looks_like_css_is_css()
    {
        var fill = (Fill)Action("{fill: {\"#mail\": a@b.c}}");

        fill.Field.Locators.Should().Equal(new ElementLocator { Kind = LocatorKind.Css, Value = "#mail" });
    }

    [Test]
    public void Several_devices_share_actions()
    {
        var onDevice = (OnDevice)Action("{\"on phone, tablet\": [back]}");

        onDevice.Devices.Should().Equal("phone", "tablet");
    }

    [Test]
    public void A_number_is_typed_as_it_was_written()
    {
        var fill = (Fill)Action("{fill: {Amount: 1.50}}");

        fill.Value.Should().Be("1.50");
    }

    [Test]
    public void A_video_plays_for_five_seconds_where_nothing_is_said()
    {
        var play = (Play)Action("{play: Trailer}");

        play.Duration.Should().Be(TimeSpan.FromSeconds(5));
    }

    [TestCase("{clik: Buy}", "unknown action 'clik'. Did you mean 'click'?")]
    [TestCase("click Buy", "unknown action 'click Buy'. Is the colon after 'click' missing?")]
    [TestCase("click", "'click' needs a locator or a list of locators, at least one after it: 'click: …'.")]
    [TestCase("{reload: /cart}", "'reload' takes nothing after it, but here stands the text '/cart'.")]
    [TestCase("{click: Buy, tap: Buy}", "an action is one key, but 'tap' is a second one. Give it a list item ('- ') of its own.")]
    [TestCase("{stay: 5}", "'stay' must be a duration such as 5s, 300ms or 1m30s, but is the number 5.")]
    [TestCase("{scroll percent: 101}", "'scroll percent' must be a whole number from 0 to 100, but is the number 101.")]
    [TestCase("{swipe: {on: A, to: lft}}", "'to' must be one of left, right, up, down, but is 'lft'. Did you mean 'left'?")]
    [TestCase("{swipe: {on: A}}", "a swipe needs 'to': where the finger goes.")]
    [TestCase(
        "{open: \"file:///etc/passwd\"}",
        "'file:///etc/passwd' is no page of a site: only http and https URLs, or paths such as /cart, can be opened."
    )]
    [TestCase(
        "{upload: {Photo: ../x.png}}",
        "'../x.png' leaves the folder of journeys. Put the file beside the journey and name it relative to it."
    )]
    [TestCase(
        "{upload: {Photo: /etc/passwd}}",
        "'/etc/passwd' leaves the folder of journeys. Put the file beside the journey and name it relative to it."
    )]
    [TestCase("{on fone: [back]}", "unknown device 'fone'. Did you mean 'phone'?")]
    [TestCase("{consent: grnted}", "unknown consent preset 'grnted'. Did you mean 'granted'?")]
    [TestCase("{fill: {}}", "name at least one field: {its label: its value}.")]
    [TestCase(
        "{remember: {a b: {text of: .x}}}",
        "'a b' in 'remember' must be a variable name of letters, digits, '-' and '_' that begins with a letter."
    )]
    public void Each_mistake_has_its_own_message(string action, string expected)
    {
        var problems = Samples.ProblemsOf($"journey: any\nsteps:\n  - step: Any\n    do: [{action}]\n");

        problems.Should().ContainSingle().Which.Should().EndWith($"error: {expected}");
    }

    [Test]
    public void Accepting_consent_needs_a_preset_that_is_called_granted()
    {
        var problems = new MicroConvQA.Source.SourceProblems();
        var names = Samples.Names with { ConsentPresets = ["none", "all"] };

        new MicroConvQA.Journeys.JourneyReader(names).Read(
            [Samples.File("journey: any\nsteps: [{step: Any, do: [accept consent]}]")],
            problems
        );

        problems.InOrder().Select(problem => problem.Message).Should().Equal("unknown consent preset 'granted'. Known: none, all.");
    }
}

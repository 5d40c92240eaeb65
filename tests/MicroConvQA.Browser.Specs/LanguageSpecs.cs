using System.Reflection;
using FluentAssertions;
using MicroConvQA.Browser.Specs.Walking;
using MicroConvQA.Journeys;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs;

/// <summary>Every word of the checklist language that touches the page has a spec that walks it in a real browser.</summary>
internal sealed class LanguageSpecs
{
    // The conditions that read the page; all others are judged on what it sent.
    private static readonly string[] s_readings = ["text of", "value of", "attribute"];

    [Test]
    public void Every_action_has_a_browser_spec() => Covered("action").Should().BeEquivalentTo(JourneyLanguage.Actions);

    [Test]
    public void Every_locator_has_a_browser_spec() => Covered("locator").Should().BeEquivalentTo(JourneyLanguage.Locators);

    [Test]
    public void Every_reading_of_the_page_has_a_browser_spec() =>
        Covered("reading").Should().BeEquivalentTo(JourneyLanguage.Conditions.Intersect(s_readings)).And.HaveCount(s_readings.Length);

    [Test]
    public void Every_other_condition_is_judged_on_what_a_browser_sent() =>
        ConditionSpecs.Words.Should().BeEquivalentTo(JourneyLanguage.Conditions.Except(s_readings));

    private static IEnumerable<string> Covered(string kind) =>
        from type in Assembly.GetExecutingAssembly().GetTypes()
        from method in type.GetMethods()
        from covers in method.GetCustomAttributes<CoversAttribute>()
        where covers.Kind == kind
        group covers by covers.Word into word
        select word.Key;
}

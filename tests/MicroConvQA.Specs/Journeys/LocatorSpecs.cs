using FluentAssertions;
using MicroConvQA.Journeys.Actions;
using NUnit.Framework;

namespace MicroConvQA.Specs.Journeys;

internal sealed class LocatorSpecs
{
    [TestCase("Add to cart", "'Add to cart'")]
    [TestCase(".price", "css '.price'")]
    [TestCase("\"#total\"", "css '#total'")]
    [TestCase("\"[data-x]\"", "css '[data-x]'")]
    [TestCase("{role: button}", "button")]
    [TestCase("{role: button, name: Add to cart}", "button 'Add to cart'")]
    [TestCase("{label: E-mail}", "label 'E-mail'")]
    [TestCase("{placeholder: Search}", "placeholder 'Search'")]
    [TestCase("{text: Sale}", "text 'Sale'")]
    [TestCase("{alt: Lamp}", "alt text 'Lamp'")]
    [TestCase("{title: Close}", "title 'Close'")]
    [TestCase("{test id: buy}", "test id 'buy'")]
    [TestCase("{css: div > a, nth: 2}", "css 'div > a' (number 2)")]
    [TestCase("{text: Pay, frame: checkout}", "text 'Pay' in frame 'checkout'")]
    [TestCase("{role: link, name: More, inside: {css: .card, nth: 1}}", "link 'More' inside css '.card' (number 1)")]
    [TestCase("[Buy, {test id: buy}]", "'Buy', else test id 'buy'")]
    public void Each_way_to_find_an_element_is_read(string yaml, string expected)
    {
        var click = (Click)Samples.Step($"[{{click: {yaml}}}]").Do.Single();

        click.Target.ToString().Should().Be(expected);
    }

    [TestCase("Buy", true)]
    [TestCase("{text: Buy}", false)]
    [TestCase("{text: Buy, exact: true}", true)]
    public void A_bare_text_is_exact_and_a_mapping_only_where_it_says_so(string yaml, bool expected)
    {
        var click = (Click)Samples.Step($"[{{click: {yaml}}}]").Do.Single();

        click.Target.Locators[0].Exact.Should().Be(expected);
    }

    [TestCase("{rol: button}", "unknown locator key 'rol'. Did you mean 'role'?")]
    [TestCase("{role: buton}", "Did you mean 'button'?")]
    [TestCase(
        "{text: A, css: b}",
        "a locator has exactly one of 'role', 'label', 'placeholder', 'text', 'alt', 'title', 'test id', 'css', but here stand 'text' and 'css'."
    )]
    [TestCase("{text: A, name: b}", "'name' stands beside 'role' only. Name the role, or write the name alone as a bare text.")]
    [TestCase("{text: A, nth: 0}", "'nth' must be a whole number from 1 to 1000, but is the number 0.")]
    [TestCase("[]", "but is an empty list.")]
    public void Each_mistake_has_its_own_message(string locator, string expected)
    {
        var problems = Samples.ProblemsOf($"journey: any\nsteps:\n  - step: Any\n    do: [{{click: {locator}}}]\n");

        problems.Should().Contain(problem => problem.EndsWith(expected, StringComparison.Ordinal));
    }
}

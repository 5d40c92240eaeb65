using FluentAssertions;
using MicroConvQA.Configuration;
using MicroConvQA.Judging;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging;

public sealed class PageAuditSpecs
{
    [Test]
    public void A_total_that_the_page_does_not_show_is_inconsistent()
    {
        var finding = Walk(sent: 499, Shown("value", 549)).Finding();

        finding.Kind.Should().Be(FindingKind.Inconsistent);
        finding.Message.Should().Be("add_to_cart at Google Analytics 4: 'value' is 499 in request 1, but the page showed 549 in step 'Put it into the cart' (text of css #total).");
        finding.Expected.Should().Be("value as the page showed it: 549, text of css #total on /cart");
        finding.NextMove.Should().Be(
            "Compare 'value' in request 1 with the text of css #total on /cart; if they are meant to differ, take it out of 'shown' of "
            + "'add_to_cart' at journeys/dictionary.yaml:1, or say why by 'notCompared.page' of the destination 'ga4'.");
    }

    [Test]
    public void What_stood_there_before_the_actions_or_after_them_is_right() => Walk(499, Shown("value", 499), Shown("value", 998)).Judge().Findings.Should().BeEmpty();

    [Test]
    public void A_price_of_the_only_item_is_compared() => Walk(499, Shown("items.price", 549)).Finding().Message.Should().StartWith("add_to_cart at Google Analytics 4: 'items[0].price' is 499 in request 1, but the page showed 549");

    [TestCase("from €10")]
    [TestCase("sold out")]
    public void A_text_says_nothing_of_an_amount(string text) => Walk(499, Shown("value", text)).Judge().Findings.Should().BeEmpty();

    [Test]
    public void A_wire_of_text_spells_the_same_number() => Walk("499.00", Shown("value", 499)).Judge().Findings.Should().BeEmpty();

    [Test]
    public void A_destination_is_left_out_with_a_reason() => Walk(499, Any.Ga4 with { NotCompared = new() { Page = "it gets net prices." } }, Shown("value", 549)).Judge().Findings.Should().BeEmpty();

    [Test]
    public void A_hit_of_an_earlier_step_is_not_held_against_the_page_of_this_one() => new JudgedWalk().At(Any.Ga4)
        .With(Any.Conversion() with { Parameters = [Any.Parameter("value")] })
        .Step("Look into the cart")
        .Step("Put it into the cart", Any.Expectation())
        .Recorded(recording => recording with { Steps = [.. recording.Steps.Select(step => step with { Shown = [Shown("value", 998)] })] })
        .Fires("add_to_cart", parameters: new { value = 499 }, hit: hit => hit with { StatedTime = Any.StartedAt + Any.InStep(0, 2), Request = hit.Request with { StepIndex = 0, At = Any.InStep(0, 2) } })
        .Judge().Findings.Select(finding => finding.Kind).Should().Equal(FindingKind.OutOfOrder);

    private static JudgedWalk Walk(JToken sent, params ShownValue[] shown) => Walk(sent, Any.Ga4, shown);

    private static JudgedWalk Walk(JToken sent, Destination at, params ShownValue[] shown) => new JudgedWalk().At(at)
        .With(Any.Conversion() with { Parameters = [Any.Parameter("value"), Any.Parameter("items", required: false) with { ItemFields = [Any.Parameter("price")] }] })
        .Step("Put it into the cart", Any.Expectation())
        .Recorded(recording => recording with { Steps = [.. recording.Steps.Select(step => step with { Shown = shown })] })
        .Fires("add_to_cart", parameters: new { value = sent, items = new[] { new { price = sent } } }, at: at);

    private static ShownValue Shown(string parameter, JToken value) => new("add_to_cart", parameter, value, "text of css #total", "https://shop.example/cart");
}

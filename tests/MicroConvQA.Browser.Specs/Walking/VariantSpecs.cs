using FluentAssertions;
using MicroConvQA.Browser.Specs.RealSdks;
using MicroConvQA.Configuration;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Variants;
using MicroConvQA.Judging;
using MicroConvQA.Planning;
using MicroConvQA.Planning.Variants;
using MicroConvQA.Source;
using MicroConvQA.Specs;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Walking;

/// <summary>Shopper variants of one journey, walked in a small shop that is in order and in one that is not.</summary>
[Category("Browser")]
[Parallelizable(ParallelScope.All)]
public sealed class VariantSpecs
{
    private const string Conversions = """
        conversions:
          add_to_cart: {title: Add, definition: d., trigger: t., stage: consideration, tier: 1, weight: 8, parameters: {value: money, items: {items: {item_id: sku, price: money, quantity: integer}}}, at: {acme: add_to_cart}}
          purchase: {title: Buy, definition: d., trigger: t., stage: purchase, tier: 1, weight: 10, parameters: {transaction_id: string, value: money}, at: {acme: purchase}}
        """;

    private const string Buying = """
        journey: buying
        start: /lamp
        steps:
          - step: Put it into the cart
            do:
              - remember: {price: {text of: "#price"}}
              - click: {role: button, name: Add to cart}
            expect:
              - add_to_cart: {value: $price, item: {item_id: LAMP, quantity: 1}}
          - step: Pay
            do:
              - click: Pay now
              - wait for: {url: "**/thank-you"}
            expect: [purchase]
        for variants:
          quantity: {step: put-it-into-the-cart, do: [{select: {Quantity: "3"}}]}
          cancelled-payment: [{click: Pay now}, {click: Cancel payment}]
        """;

    /// <summary>A fault is a word that the pages look for.</summary>
    private static string Lamp(string fault) => $$"""
        <p id="price">129.50</p><label>Quantity <select id="quantity"><option>1<option>2<option>3</select></label>
        <button onclick="add()">Add to cart</button><button onclick="pay()">Pay now</button>
        <script>
          const fault = '{{fault}}', layer = window.dataLayer = window.dataLayer || [];
          let busy = false;
          const add = () => {
            if (busy && fault !== 'double-click') return;
            busy = true;
            setTimeout(() => { busy = false; }, 1000);
            const quantity = Number(document.querySelector('#quantity').value);
            layer.push({ event: 'add_to_cart', value: fault === 'value' ? 129.5 : 129.5 * quantity, items: [{ item_id: 'LAMP', price: 129.5, quantity }] });
          };
          const pay = () => {
            if (fault === 'cancelled') layer.push({ event: 'purchase', transaction_id: 'T-1', value: 129.5 });
            localStorage.removeItem('reported');
            setTimeout(() => { location.href = '/thank-you'; }, 300);
          };
        </script>
        """;

    private static string ThankYou(string fault) => $$"""
        <h1>Thank you</h1><a href="/lamp">Cancel payment</a>
        <script>
          if ('{{fault}}' === 'reload' || !localStorage.getItem('reported')) (window.dataLayer = window.dataLayer || []).push({ event: 'purchase', transaction_id: 'T-1', value: 129.5 });
          localStorage.setItem('reported', 'yes');
        </script>
        """;

    private const string Confirm = "<h1>Pay?</h1><a href=\"/lamp\">Cancel payment</a>";

    private static readonly ShopperVariant[] Sound = [ShopperVariant.Reload, ShopperVariant.Back, ShopperVariant.TwoTabs, ShopperVariant.DoubleClick, ShopperVariant.Quantity, ShopperVariant.Offline, ShopperVariant.CancelledPayment];

    [Test]
    public async Task In_a_shop_that_is_in_order_each_variant_passes([ValueSource(nameof(Sound))] ShopperVariant variant, [Values(null, "Pixel 7")] string? descriptor)
    {
        var verdict = await WalkAsync(variant, "", descriptor);

        verdict.Breakage.Should().BeNull();
        verdict.Findings.Select(finding => finding.Message).Should().BeEmpty();
        verdict.Status.Should().Be(VerdictStatus.Passed);
    }

    [TestCase(ShopperVariant.Reload, "reload", FindingKind.Forbidden, "purchase")]
    [TestCase(ShopperVariant.TwoTabs, "reload", FindingKind.Forbidden, "purchase")]
    [TestCase(ShopperVariant.DoubleClick, "double-click", FindingKind.Duplicate, "add_to_cart")]
    [TestCase(ShopperVariant.Quantity, "value", FindingKind.WrongParameter, "add_to_cart")]
    [TestCase(ShopperVariant.CancelledPayment, "cancelled", FindingKind.Forbidden, "purchase")]
    public async Task A_fault_that_the_journey_as_written_passes_over_is_found_by_its_variant(ShopperVariant variant, string fault, FindingKind kind, string conversion)
    {
        if (fault != "cancelled")
            (await WalkAsync(null, fault)).Findings.Should().BeEmpty();

        var finding = (await WalkAsync(variant, fault)).Findings.Should().ContainSingle().Subject;

        (finding.Kind, finding.Conversion).Should().Be((kind, conversion));
    }

    private static async Task<JourneyVerdict> WalkAsync(ShopperVariant? variant, string fault, string? descriptor = null)
    {
        await using var shop = await ForeignShop.OpenAsync(SdkVisit.Knowledge);
        shop.Serve("/lamp", Lamp(fault)).Serve("/thank-you", variant == ShopperVariant.CancelledPayment ? Confirm : ThankYou(fault));
        shop.Configuration = shop.Configuration with { Destinations = [new Destination { Name = "acme", Title = "Data layer", Vendor = "datalayer" }] };
        shop.Dictionary = new DictionaryReader(["acme"]).Read(new SourceText("journeys/dictionary.yaml", Conversions), new SourceProblems())!;
        var written = new JourneyReader(WorkspaceNames.Of(shop.Dictionary, shop.Configuration)).Read([new SourceText("journeys/buying.yaml", Buying)]).Single();
        var journey = variant is { } derived ? JourneyVariants.Of(written, derived, shop.Dictionary).Journey! : written;

        var recording = await shop.WalkAsync(shop.WalkOf(journey, Any.Device() with { Descriptor = descriptor, Locale = "en-US" }));

        return JourneyJudge.Judge(recording, journey, shop.Dictionary, shop.Configuration);
    }
}

using FluentAssertions;
using MicroConvQA.Browser.Specs.RealSdks;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Planning;
using MicroConvQA.Source;
using MicroConvQA.Specs;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Walking;

/// <summary>What the dictionary says that the page shows is read by the walker, and hits are held against it.</summary>
[Category("Browser")]
internal sealed class ShownSpecs
{
    private const string Conversions = """
        conversions:
          coupon_apply: {title: Coupon, definition: d., trigger: t., stage: purchase, tier: 1, weight: 8, parameters: {value: money, items: {items: {item_id: sku, price: money}}}, shown: {value: {text of: "#total"}, items.price: {text of: .price}}, at: {acme: coupon_apply}}
        """;

    private const string Saving = """
        journey: saving
        start: /cart
        steps:
          - step: Use the coupon
            do: [{click: Apply}]
            expect: [coupon_apply]
        """;

    [TestCase(549, 0)]
    [TestCase(549, 400)]
    public async Task A_hit_that_agrees_with_the_page_passes_also_where_the_page_follows_later(int pushed, int delay) =>
        (await WalkAsync(pushed, delay)).Findings.Select(finding => finding.Message).Should().BeEmpty();

    [Test]
    public async Task A_hit_that_the_page_contradicts_is_inconsistent()
    {
        var finding = (await WalkAsync(pushed: 499, delay: 0)).Findings.Should().ContainSingle().Subject;

        finding.Kind.Should().Be(FindingKind.Inconsistent);
        finding
            .Message.Should()
            .Match(
                "coupon_apply at Data layer: 'value' is 499 in request *, but the page showed 549.00 in step 'Use the coupon' (text of css '#total')."
            );
    }

    /// <param name="pushed">The value that the data layer is told; the page says 549 in the end.</param>
    /// <param name="delay">How long the page takes to say so, in milliseconds; the push comes with it.</param>
    private static async Task<JourneyVerdict> WalkAsync(int pushed, int delay)
    {
        await using var shop = await ForeignShop.OpenAsync(SdkVisit.Knowledge);
        shop.Serve(
            "/cart",
            $$"""
            <p class="price">€129.50</p><p id="total">€599.00</p><button onclick="setTimeout(apply, {{delay}})">Apply</button>
            <script>
              const apply = () => {
                document.querySelector('#total').textContent = '€549.00';
                (window.dataLayer = window.dataLayer || []).push({ event: 'coupon_apply', value: {{pushed}}, items: [{ item_id: 'LAMP', price: 129.5 }] });
              };
            </script>
            """
        );
        shop.Configuration = shop.Configuration with
        {
            Destinations =
            [
                new Destination
                {
                    Name = "acme",
                    Title = "Data layer",
                    Vendor = "datalayer",
                },
            ],
        };
        shop.Dictionary = new DictionaryReader(["acme"]).Read(
            new SourceText("journeys/dictionary.yaml", Conversions),
            new SourceProblems()
        )!;
        var journey = new JourneyReader(WorkspaceNames.Of(shop.Dictionary, shop.Configuration))
            .Read([new SourceText("journeys/saving.yaml", Saving)])
            .Single();

        var recording = await shop.WalkAsync(shop.WalkOf(journey, Any.Device() with { Locale = "en-US" }));

        return JourneyJudge.Judge(recording, journey, shop.Dictionary, shop.Configuration);
    }
}

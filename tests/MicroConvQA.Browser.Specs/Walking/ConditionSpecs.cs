using FluentAssertions;
using MicroConvQA.Browser.Specs.Acting;
using MicroConvQA.Journeys;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using MicroConvQA.Specs;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Walking;

/// <summary>Every condition that is judged on what was sent holds, and does not hold, of what a page in a real browser pushed.</summary>
[Category("Browser")]
internal sealed class ConditionSpecs
{
    private const string Shop = """
        <title>Basket</title>
        <button onclick="window.dataLayer.push({
          event: 'add_to_cart', method: 'button', total: 240.5, coupon: '', ecommerce: {
            currency: 'EUR', value: 240.5, items: [
              { item_id: 'A-1', item_name: 'Arc lamp', item_brand: 'Lumen', price: 100, quantity: 2 },
              { item_id: 'B-2', item_name: 'Bulb', item_brand: 'Lumen', price: 40.5, quantity: 1 }] } })">Buy</button>
        <script>window.dataLayer = [];</script>
        """;

    private static readonly (string Word, string Holds, string Fails)[] Conditions =
    [
        ("equals", "currency: {equals: EUR}", "currency: {equals: USD}"),
        ("one of", "currency: {one of: [EUR, USD]}", "currency: {one of: [CHF, USD]}"),
        ("matches", "currency: {matches: '^[A-Z]{3}$'}", "currency: {matches: '^[a-z]'}"),
        ("type", "value: {type: number}", "currency: {type: number}"),
        ("at least", "value: {at least: 240.5}", "value: {at least: 240.51}"),
        ("at most", "value: {at most: 240.5}", "value: {at most: 240.49}"),
        ("contains", "method: {contains: utt}", "method: {contains: link}"),
        ("absent", "shipping: {absent: true}", "value: {absent: true}"),
        ("present", "currency: {present: true}", "coupon: {present: true}"),
        ("each", "items: {each: {item_id: {matches: '-[0-9]$'}}}", "items: {each: {price: {at least: 100}}}"),
        ("any", "items: {any: {price: {at least: 100}}}", "items: {any: {price: {at least: 101}}}"),
        ("none", "items: {none: {price: {at least: 101}}}", "items: {none: {price: {at least: 100}}}"),
        ("count", "items: {count: 2}", "items: {count: 3}"),
        ("unique", "items: {unique: item_id}", "items: {unique: item_brand}"),
        ("same as", "value: {same as: total}", "value: {same as: method}"),
        ("computed", "value: {computed: 'sum(price * quantity)'}", "value: {computed: 'sum(price)'}"),
    ];

    private ForeignShop _shop = null!;
    private JourneyRecording _recording = null!;

    internal static IEnumerable<string> Words => Conditions.Select(condition => condition.Word);

    [OneTimeSetUp]
    public async Task WalkOnceAsync()
    {
        _shop = await ForeignShop.OpenAsync();
        _shop.Serve("/basket", Shop);
        var buying = Any.Step("Buy") with { Do = [Author.Open("/basket"), Author.Click("Buy")] };
        _recording = await _shop.WalkAsync(_shop.WalkOf(Any.Journey(buying)));
    }

    [OneTimeTearDown]
    public async Task CloseAsync() => await _shop.DisposeAsync();

    private static IEnumerable<TestCaseData> Cases =>
        Conditions.Select(one => new TestCaseData(one.Holds, one.Fails).SetName($"{{m}}({one.Word})"));

    [TestCaseSource(nameof(Cases))]
    public void A_condition_is_judged_on_what_the_page_sent(string holds, string fails)
    {
        _recording.Breakage.Should().BeNull();
        Judge(holds).Should().BeEmpty();
        Judge(fails).Should().ContainSingle().Which.Conversion.Should().Be("add_to_cart");
    }

    private List<Finding> Judge(string condition)
    {
        var text = $$"""
            journey: basket
            steps:
              - step: Buy
                do: [click: Buy]
                expect:
                  - add_to_cart: { {{condition}} }
            """;
        var journey = new JourneyReader(KnownNames.Nothing).Read([new("journeys/basket.yaml", text)]).Single();
        var configuration = Any.Configuration(Any.DataLayer);
        var dictionary = Any.Dictionary(Any.Conversion("add_to_cart", Any.DataLayer.Name));

        return [.. JourneyJudge.Judge(_recording, journey, dictionary, configuration).Findings.Where(finding => !finding.IsWarning)];
    }
}

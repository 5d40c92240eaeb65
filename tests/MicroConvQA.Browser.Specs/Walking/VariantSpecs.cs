using FluentAssertions;
using MicroConvQA.Browser.Specs.Acting;
using MicroConvQA.Browser.Specs.RealSdks;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Dictionary;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Variants;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Planning;
using MicroConvQA.Planning.Variants;
using MicroConvQA.Source;
using MicroConvQA.Specs;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Walking;

/// <summary>Shopper variants of one journey, walked in a small shop that is in order and in one that is not.</summary>
[Category("Browser")]
[Parallelizable(ParallelScope.All)]
internal sealed class VariantSpecs
{
    private const string Phone = "Pixel 7";

    private const string Conversions = """
        conversions:
          add_to_cart: {title: Add, definition: d., trigger: t., stage: consideration, tier: 1, weight: 8, parameters: {value: money, currency: currency, items: {items: {item_id: sku, price: money, quantity: integer}}}, at: {acme: add_to_cart}}
          purchase: {title: Buy, definition: d., trigger: t., stage: purchase, tier: 1, weight: 10, parameters: {transaction_id: string, value: money, currency: currency}, at: {acme: purchase}}
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
              - add_to_cart: {value: $price, currency: EUR, item: {item_id: LAMP, quantity: 1}}
          - step: Pay
            do:
              - click: Pay now
              - wait for: {url: "**/thank-you"}
            expect:
              - purchase: {currency: EUR}
        for variants:
          quantity: {step: put-it-into-the-cart, do: [{select: {Quantity: "3"}}]}
          currency: {start: "/lamp?market=us", is: USD}
          cancelled-payment: [{click: Pay now}, {click: Cancel payment}]
        """;

    /// <summary>A fault is a word that the pages look for.</summary>
    private static string Lamp(string fault) =>
        $$"""
            <p id="price">129.50</p><label>Quantity <select id="quantity"><option>1<option>2<option>3</select></label>
            <button onclick="add()">Add to cart</button><button onclick="pay()">Pay now</button>
            <script>
              const fault = '{{fault}}', layer = window.dataLayer = window.dataLayer || [];
              const currency = location.search.includes('market=us') ? 'USD' : 'EUR';
              localStorage.setItem('currency', currency);
              let busy = false, last = null;
              if (fault === 'offline') addEventListener('online', () => last && layer.push({ ...last }));
              const add = () => {
                if (busy && fault !== 'double-click') return;
                busy = true;
                setTimeout(() => { busy = false; }, 1000);
                const quantity = Number(document.querySelector('#quantity').value);
                layer.push(last = { event: 'add_to_cart', value: fault === 'value' ? 129.5 : 129.5 * quantity, currency: fault === 'currency' ? 'EUR' : currency, items: [{ item_id: 'LAMP', price: 129.5, quantity }] });
              };
              const pay = () => {
                if (fault === 'cancelled') layer.push({ event: 'purchase', transaction_id: 'T-1', value: 129.5, currency });
                localStorage.removeItem('reported');
                setTimeout(() => { location.href = '/thank-you'; }, 300);
              };
            </script>
            """;

    private static string ThankYou(string fault) =>
        $$"""
            <h1>Thank you</h1><a href="/lamp">Cancel payment</a>
            <script>
              const order = () => (window.dataLayer = window.dataLayer || []).push({ event: 'purchase', transaction_id: 'T-1', value: 129.5, currency: localStorage.getItem('currency') });
              const isBack = '{{fault}}' === 'back' && history.state === 'counted';
              if ('{{fault}}' === 'reload' || isBack || !localStorage.getItem('reported')) order();
              if ('{{fault}}' === 'back') addEventListener('pageshow', (event) => event.persisted && order());
              localStorage.setItem('reported', 'yes');
              history.replaceState('counted', '');
            </script>
            """;

    private const string Confirm = "<h1>Pay?</h1><a href=\"/lamp\">Cancel payment</a>";

    private const string Questions = """
        conversions:
          zoom: {title: Zoom, definition: d., trigger: t., stage: consideration, tier: 2, weight: 3, at: {plausible: zoom}}
          question: {title: Question, definition: d., trigger: t., stage: consideration, tier: 2, weight: 3, at: {plausible: question}}
        """;

    private const string Asking = """
        journey: asking
        start: /lamp
        steps:
          - step: Look closer
            do:
              - click: Look closer
            expect: [zoom]
          - step: Ask
            do:
              - click: Ask
            expect: [question]
        for variants:
          withdrawn-consent: {after: look-closer, do: [{click: Cookie settings}]}
        """;

    /// <summary>In order the tag is told of each answer; at fault it never hears of a refusal that follows a grant.</summary>
    private static string LampWithConsent(string fault) =>
        $$"""
            <button onclick="tell('zoom')">Look closer</button><button onclick="tell('question')">Ask</button>
            <p id="banner"><button onclick="answer(true)">Allow</button><button onclick="answer(false)">Refuse</button></p>
            <button onclick="banner.hidden = false">Cookie settings</button>
            <script>
              let allowed = false;
              const answer = (granted) => {
                allowed = granted || ('{{fault}}' === 'withdrawn-consent' && allowed);
                banner.hidden = true;
              };
              const tell = (name) => {
                if (allowed) fetch('https://plausible.io/api/event', { method: 'POST', mode: 'no-cors', body: JSON.stringify({ n: name, u: location.href, d: 'lamp.example' }) });
              };
            </script>
            """;

    private static readonly ShopperVariant[] InOrder =
    [
        ShopperVariant.Reload,
        ShopperVariant.Back,
        ShopperVariant.TwoTabs,
        ShopperVariant.DoubleClick,
        ShopperVariant.Quantity,
        ShopperVariant.Currency,
        ShopperVariant.Offline,
        ShopperVariant.CancelledPayment,
    ];

    // A finger's double tap is not a mouse's double click; in all else a phone does here what a desktop does, and that is the night's.
    private static IEnumerable<TestCaseData> Sound =>
        InOrder.SelectMany(variant =>
            new[]
            {
                new TestCaseData(variant, null),
                variant == ShopperVariant.DoubleClick
                    ? new TestCaseData(variant, Phone)
                    : new TestCaseData(variant, Phone).SetCategory("Nightly"),
            }
        );

    [TestCaseSource(nameof(Sound))]
    public async Task In_a_shop_that_is_in_order_each_variant_passes(ShopperVariant variant, string? descriptor)
    {
        var verdict = await WalkAsync(variant, "", descriptor);

        verdict.Breakage.Should().BeNull();
        verdict.Findings.Select(finding => finding.Message).Should().BeEmpty();
        verdict.Status.Should().Be(VerdictStatus.Passed);
    }

    [TestCase(ShopperVariant.Reload, "reload", FindingKind.Forbidden, "purchase")]
    [TestCase(ShopperVariant.Back, "back", FindingKind.Forbidden, "purchase")]
    [TestCase(ShopperVariant.TwoTabs, "reload", FindingKind.Forbidden, "purchase")]
    [TestCase(ShopperVariant.DoubleClick, "double-click", FindingKind.Duplicate, "add_to_cart")]
    [TestCase(ShopperVariant.Quantity, "value", FindingKind.WrongParameter, "add_to_cart")]
    [TestCase(ShopperVariant.Currency, "currency", FindingKind.WrongParameter, "add_to_cart")]
    [TestCase(ShopperVariant.Offline, "offline", FindingKind.Duplicate, "add_to_cart")]
    [TestCase(ShopperVariant.CancelledPayment, "cancelled", FindingKind.Forbidden, "purchase")]
    public async Task A_fault_that_the_journey_as_written_passes_over_is_found_by_its_variant(
        ShopperVariant variant,
        string fault,
        FindingKind kind,
        string conversion
    )
    {
        if (fault != "cancelled")
            (await WalkAsync(null, fault)).Findings.Should().BeEmpty();

        var finding = (await WalkAsync(variant, fault)).Findings.Should().ContainSingle().Subject;

        (finding.Kind, finding.Conversion).Should().Be((kind, conversion));
    }

    [Test]
    public async Task Consent_that_is_taken_back_is_obeyed_in_a_shop_that_is_in_order()
    {
        var verdict = await AskAsync(ShopperVariant.WithdrawnConsent, "");

        verdict.Breakage.Should().BeNull();
        verdict.Findings.Select(finding => finding.Message).Should().BeEmpty();
        verdict.Status.Should().Be(VerdictStatus.Passed);
    }

    [Test]
    public async Task A_shop_that_does_not_take_a_consent_back_is_found_by_its_withdrawal()
    {
        (await AskAsync(null, "withdrawn-consent")).Findings.Should().BeEmpty();

        var finding = (await AskAsync(ShopperVariant.WithdrawnConsent, "withdrawn-consent")).Findings.Should().ContainSingle().Subject;

        (finding.Kind, finding.Conversion, finding.Destination).Should().Be((FindingKind.AgainstConsent, "question", "plausible"));
    }

    private static Task<JourneyVerdict> WalkAsync(ShopperVariant? variant, string fault, string? descriptor = null) =>
        JudgedAsync(
            Buying,
            Conversions,
            variant,
            shop =>
                shop.Serve("/lamp", Lamp(fault))
                    .Serve("/thank-you", variant == ShopperVariant.CancelledPayment ? Confirm : ThankYou(fault)),
            shop =>
                shop with
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
                },
            descriptor
        );

    private static Task<JourneyVerdict> AskAsync(ShopperVariant? variant, string fault) =>
        JudgedAsync(
            Asking,
            Questions,
            variant,
            shop => shop.Serve("/lamp", LampWithConsent(fault)),
            shop =>
                shop with
                {
                    Destinations =
                    [
                        new Destination
                        {
                            Name = "plausible",
                            Title = "Plausible",
                            Vendor = "plausible",
                            Account = "lamp.example",
                            Needs = Need.Analytics,
                        },
                    ],
                    Consent = [Answer("granted", "Allow", Need.Analytics), Answer("denied", "Refuse"), new ConsentPreset { Name = "none" }],
                    DefaultConsent = "granted",
                }
        );

    private static ConsentPreset Answer(string name, string button, params Need[] grants) =>
        new()
        {
            Name = name,
            Do = [Author.Click(button)],
            Grants = grants.ToHashSet(),
        };

    private static async Task<JourneyVerdict> JudgedAsync(
        string yaml,
        string conversions,
        ShopperVariant? variant,
        Action<ForeignShop> serve,
        Func<RunConfiguration, RunConfiguration> configured,
        string? descriptor = null
    )
    {
        await using var shop = await ForeignShop.OpenAsync(SdkVisit.Knowledge);
        serve(shop);
        shop.Configuration = configured(shop.Configuration);
        shop.Dictionary = new DictionaryReader([.. shop.Configuration.Destinations.Select(destination => destination.Name)]).Read(
            new SourceText("journeys/dictionary.yaml", conversions),
            new SourceProblems()
        )!;
        var written = new JourneyReader(WorkspaceNames.Of(shop.Dictionary, shop.Configuration))
            .Read([new SourceText("journeys/journey.yaml", yaml)])
            .Single();
        var journey = variant is { } derived ? JourneyVariants.Of(written, derived, shop.Dictionary).Journey! : written;

        var recording = await shop.WalkAsync(shop.WalkOf(journey, Any.Device() with { Descriptor = descriptor, Locale = "en-US" }));

        return JourneyJudge.Judge(recording, journey, shop.Dictionary, shop.Configuration);
    }
}

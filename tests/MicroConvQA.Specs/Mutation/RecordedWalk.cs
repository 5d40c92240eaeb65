using System.Text;
using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Judging.Again;
using MicroConvQA.Mutation;
using MicroConvQA.Recording;
using MicroConvQA.Source;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.Mutation;

/// <summary>A walk of two steps as it was recorded: pushes, and the requests that GA4 and Plausible got of them.</summary>
internal sealed class RecordedWalk
{
    public const string Dictionary = """
        conversions:
          view_item:
            title: View product
            definition: A shopper looks at a product.
            trigger: Open a product.
            stage: consideration
            tier: 1
            weight: 5
            parameters:
              item_id: sku
            at: {data layer: view_item, ga4: view_item, plausible: view_item}
          add_to_cart:
            title: Add to cart
            definition: A product was put into the cart.
            trigger: Press Add to cart.
            stage: consideration
            tier: 1
            weight: 8
            parameters:
              currency: currency
              value: money
              items:
                items: {item_id: sku, price: money}
            at:
              data layer: add_to_cart
              ga4: add_to_cart
              plausible: {event: add_to_cart, parameters: {items: not sent}}
          purchase:
            title: Purchase
            definition: A shopper has bought.
            trigger: Pay.
            stage: purchase
            tier: 1
            weight: 10
            at: {data layer: purchase, ga4: purchase, plausible: purchase}
        """;

    public const string Journey = """
        journey: guest-checkout
        steps:
          - step: Look at the lamp
            do:
              - click: Arc lamp
            expect:
              - view_item: {item_id: LAMP-01}
          - step: Put it into the cart
            do:
              - click: Add to cart
            expect:
              - add_to_cart: {value: 139.8, currency: EUR, items: {count: 2, any: {item_id: LAMP-01, price: 129.9}, unique: item_id}}
        """;

    private const string Page = "https://shop.example/lamp";

    private static readonly Destination Plausible = new()
    {
        Name = "plausible",
        Title = "Plausible",
        Vendor = "plausible",
        Account = "shop.example",
    };

    private readonly List<CapturedRequest> requests = [];

    public RecordedWalk()
    {
        Fires(
            0,
            new JObject { ["event"] = "view_item", ["item_id"] = "LAMP-01" },
            "ep.item_id=LAMP-01",
            new JObject { ["item_id"] = "LAMP-01" }
        );
        Fires(
            1,
            JObject.Parse(
                """{"event": "add_to_cart", "currency": "EUR", "value": 139.8, "items": [{"item_id": "LAMP-01", "price": 129.9}, {"item_id": "BULB-07", "price": 9.9}]}"""
            ),
            "cu=EUR&epn.value=139.8&pr1=idLAMP-01~pr129.9&pr2=idBULB-07~pr9.9",
            JObject.Parse("""{"currency": "EUR", "value": 139.8}""")
        );
    }

    public static RunConfiguration Configuration { get; } = Any.Configuration(Any.DataLayer, Any.Ga4, Plausible);

    public JourneyRecording Recording =>
        Any.Recording(null, [.. requests]) with
        {
            Sources = [new("journeys/guest-checkout.yaml", Journey)],
            Dictionary = new("journeys/dictionary.yaml", Dictionary),
            Steps = [Step(0, "look-at-the-lamp", "Look at the lamp"), Step(1, "put-it-into-the-cart", "Put it into the cart")],
            Visits =
            [
                new PageVisit
                {
                    Number = 1,
                    Tab = 1,
                    Url = Page,
                    From = TimeSpan.FromSeconds(1),
                    StepIndex = -1,
                },
            ],
            Variables = new Dictionary<string, JToken> { ["person.email"] = "bela.korin.0f3a@example.com" },
        };

    public static MutationReport Mutated(JourneyRecording recording, IReadOnlyList<SourceText>? checklist = null) =>
        new MutationRun(new RecordingJudge((_, _) => Configuration)).Of([recording], checklist, CancellationToken.None);

    /// <summary>The checklist with some text of the journey in place of another.</summary>
    public static IReadOnlyList<SourceText> Edited(string text, string instead) =>
        [
            new("journeys/dictionary.yaml", Dictionary),
            new("journeys/guest-checkout.yaml", Journey.Replace(text, instead, StringComparison.Ordinal)),
        ];

    private static RecordedStep Step(int index, string id, string title) => Any.RecordedStep(index) with { Id = id, Title = title };

    private void Fires(int step, JObject push, string fields, JObject properties)
    {
        Add(step, 1.1, Transport.DataLayer, Page, new JObject { ["kind"] = "message", ["entry"] = push }.ToString());
        Add(
            step,
            1.2,
            Transport.Fetch,
            $"https://www.google-analytics.com/g/collect?v=2&tid=G-SHOP&_p=1&cid=1.1&en={(string)push["event"]!}&dl={Uri.EscapeDataString(Page)}&{fields}",
            ""
        );
        Add(
            step,
            1.3,
            Transport.Fetch,
            "https://plausible.io/api/event",
            new JObject
            {
                ["n"] = push["event"],
                ["u"] = Page,
                ["d"] = "shop.example",
                ["p"] = properties,
            }.ToString()
        );
    }

    private void Add(int step, double second, Transport transport, string url, string body) =>
        requests.Add(
            Any.Request(requests.Count + 1, step, Any.InStep(step, second), transport) with
            {
                Url = url,
                Body = Encoding.UTF8.GetBytes(body),
                BodyState = body.Length == 0 ? BodyState.None : BodyState.Complete,
                Headers = new Dictionary<string, string> { ["content-type"] = "text/plain" },
                Visit = 1,
            }
        );
}

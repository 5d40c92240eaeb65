using MicroConvQA.Cli.Display;
using MicroConvQA.Dictionary;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Planning;
using MicroConvQA.Recording;
using MicroConvQA.Running;

namespace MicroConvQA.Specs.Cli;

/// <summary>
/// A night on three devices: add_to_cart is doubled on the phones, purchase lacks its currency at two destinations, and a button has moved.
/// </summary>
internal static class Sample
{
    private static readonly string[] Devices = ["desktop-chrome", "pixel-7", "iphone-15"];

    public static MicroConvQA.Dictionary.ConversionDictionary Dictionary =>
        Any.Dictionary(
            Any.Conversion("search") with
            {
                Stage = FunnelStage.Discovery,
            },
            Any.Conversion("add_to_cart"),
            Any.Conversion("size_guide_open"),
            Any.Conversion("purchase") with
            {
                Stage = FunnelStage.Purchase,
            }
        );

    public static RunResult Night =>
        Run(
            Devices.SelectMany(device =>
                new[]
                {
                    Walk("guest-checkout", device, CheckoutOn(device)) with
                    {
                        IsFlaky = device == "iphone-15",
                        Attempts = device == "desktop-chrome" ? 1 : 2,
                    },
                    device == "pixel-7"
                        ? Broken("search-and-filter", device)
                        : Walk("search-and-filter", device, [Met("search", VerdictStatus.Passed)]),
                }
            )
        );

    public static RunResult Run(IEnumerable<WalkResult> walks)
    {
        IReadOnlyList<WalkResult> done = [.. walks];

        return new RunResult
        {
            Plan = new RunPlan
            {
                Configuration = Any.Configuration() with { Devices = [.. Devices.Select(device => Any.Device(device))] },
                Dictionary = Dictionary,
                Walks = [.. done.Select(walk => walk.Walk)],
            },
            Walks = done,
            StartedAt = Any.StartedAt,
            Duration = TimeSpan.FromSeconds(133),
        };
    }

    public static IReadOnlyList<JudgedWalk> Judged(RunResult result) => [.. result.Walks.Select(walk => JudgedWalk.Of(walk, "/shop"))];

    public static WalkResult Walk(string journey, string device, IReadOnlyList<ExpectationVerdict> expectations, Breakage? breakage = null)
    {
        var walk = Any.Walk(Any.Journey() with { Name = journey }, Any.Device(device));
        var recording = Any.Recording() with { Duration = TimeSpan.FromSeconds(4.2), Breakage = breakage };
        var statuses = expectations.Select(expectation => expectation.Status).DefaultIfEmpty();

        return new WalkResult
        {
            Walk = walk,
            Recording = recording,
            Verdict = Any.Verdict(statuses.Max()) with
            {
                Walk = Any.WalkLabel() with { Journey = journey, Device = device },
                Expectations = expectations,
                Breakage = breakage,
            },
            Directory = $"/shop/test-results/{walk.Id}",
        };
    }

    public static ExpectationVerdict Met(string conversion, VerdictStatus status, params Finding[] findings) =>
        new()
        {
            Expectation = Any.Expectation(conversion),
            Title = conversion,
            StepIndex = 2,
            StepId = "step",
            StepTitle = "Put it into the cart",
            Ordinal = 1,
            Status = status,
            Destinations =
            [
                .. findings.Select(finding => new DestinationVerdict
                {
                    Destination = finding.Destination!,
                    Title = finding.Destination == "ga4" ? "Google Analytics 4" : "Mixpanel",
                    Status = status,
                    Expected = finding.Expected,
                    Findings = [finding],
                }),
            ],
        };

    public static Finding NoCurrency(string destination) =>
        new()
        {
            Kind = FindingKind.MissingParameter,
            Message = $"purchase at {destination}: currency is missing in step 'Pay'.",
            StepIndex = 6,
            Place = Any.Place(58),
            Conversion = "purchase",
            Destination = destination,
            Expected = "purchase exactly once with currency",
            Found = "purchase once, without currency, in request 31",
            Differences =
            [
                new ParameterDifference("value", "be 349", "349", true),
                new ParameterDifference("currency", "be a currency", null, false),
                new ParameterDifference("items[0].price", "be a money", "'349,00'", false),
            ],
            NextMove = "Add currency to the purchase push on the confirmation page.",
        };

    public static Finding Double =>
        new()
        {
            Kind = FindingKind.Duplicate,
            Message = "add_to_cart at Google Analytics 4: expected exactly once, fired twice in step 'Put it into the cart'.",
            StepIndex = 2,
            Place = Any.Place(41),
            Conversion = "add_to_cart",
            Destination = "ga4",
            Expected = "add_to_cart exactly once",
            Found = "2 hits, in the requests 14 and 17",
            LikelyCause = "The page code (shop.js:88) and the tag manager (gtm.js:1) both send it.",
            NextMove = "Remove one of the two senders.",
        };

    private static IReadOnlyList<ExpectationVerdict> CheckoutOn(string device) =>
        [
            Met("search", VerdictStatus.Passed),
            device == "desktop-chrome" ? Met("add_to_cart", VerdictStatus.Passed) : Met("add_to_cart", VerdictStatus.Failed, Double),
            Met("purchase", VerdictStatus.Failed, NoCurrency("ga4"), NoCurrency("mixpanel")),
        ];

    private static WalkResult Broken(string journey, string device) =>
        Walk(
            journey,
            device,
            [Met("search", VerdictStatus.Broken)],
            new Breakage
            {
                StepIndex = 0,
                Place = Any.Place(9, "journeys/search.yaml"),
                Action = "click: Search",
                Reason = "No control named 'Search' is visible on http://127.0.0.1:5000/. Did you mean 'Start search'?",
                Screenshot = "broken.jpg",
            }
        );
}

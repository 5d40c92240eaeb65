using FluentAssertions;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Recording;
using MicroConvQA.Reporting;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging.Findings;

/// <summary>One example of every kind of finding in the words that an author reads: the approved text is the gallery.</summary>
internal sealed class FindingGallerySpecs
{
    private static readonly Destination Plausible = new()
    {
        Name = "plausible",
        Title = "Plausible",
        Vendor = "plausible",
    };
    private static readonly BotCheck ByPlausible = new(
        TimeSpan.FromSeconds(2),
        [new("https://plausible.io/js/script.js", 1, 4200, "track")]
    );

    internal static readonly (FindingKind Kind, JudgedWalk Walk)[] Examples =
    [
        (FindingKind.Missing, Cart().Fires("view_item")),
        (
            FindingKind.Duplicate,
            Cart()
                .Fires("add_to_cart", parameters: Right, request: By("js/shop.js", 88))
                .Fires("add_to_cart", second: 1.2, parameters: Right, request: By("js/cart.js", 12))
        ),
        (FindingKind.WrongParameter, Cart().Fires("add_to_cart", parameters: new { value = "129,90", currency = "EUR" })),
        (FindingKind.MissingParameter, Cart().Fires("add_to_cart", parameters: new { value = 129.9, curency = "EUR" })),
        (FindingKind.Unexpected, Cart().Fires("add_to_cart", parameters: Right).Fires("purchase", second: 2)),
        (FindingKind.Forbidden, Cart(never: true).Fires("add_to_cart", parameters: Right).Fires("purchase", second: 2)),
        (FindingKind.OutOfOrder, Cart(before: true).Fires("add_to_cart", parameters: Right, hit: At(0))),
        (
            FindingKind.Late,
            Cart()
                .Fires("add_to_cart", second: 9, parameters: Right, hit: hit => hit with { StatedTime = Any.StartedAt + Any.InStep(0, 9) })
        ),
        (FindingKind.BeforeConsent, Consented(answeredAt: 12).Fires("add_to_cart", parameters: Right)),
        (FindingKind.AgainstConsent, Consented(answeredAt: 1).Fires("add_to_cart", parameters: Right)),
        (
            FindingKind.PersonalData,
            Cart()
                .Fires(
                    "add_to_cart",
                    parameters: new
                    {
                        value = 129.9,
                        currency = "EUR",
                        user = new { mail = PersonalData.Shopper.Mail },
                    }
                )
        ),
        (
            FindingKind.Inconsistent,
            CartAt(Any.DataLayer, Any.Ga4)
                .Fires("add_to_cart", parameters: Right, at: Any.DataLayer)
                .Fires("add_to_cart", second: 1.2, parameters: new { value = 129, currency = "EUR" }, at: Any.Ga4)
        ),
        (FindingKind.Undecodable, Cart().Garbles()),
        (FindingKind.Rejected, Cart().Fires("add_to_cart", parameters: Right, request: request => request with { Status = 404 })),
        (
            FindingKind.Suppressed,
            CartAt(Any.Ga4, Plausible)
                .Fires("add_to_cart", parameters: Right, at: Any.Ga4)
                .Recorded(recording => recording with { BotChecks = [ByPlausible] })
        ),
        (
            FindingKind.VendorLimit,
            Cart()
                .Fires(
                    "add_to_cart",
                    parameters: new
                    {
                        value = 129.9,
                        currency = "EUR",
                        item_note = new string('x', 101),
                    }
                )
        ),
    ];

    [Test]
    public void Every_kind_is_in_the_gallery() =>
        Examples.Select(example => example.Kind).Should().BeEquivalentTo(Enum.GetValues<FindingKind>());

    [Test]
    public void They_read_as_approved() =>
        Approved.Matches(string.Join("\n", Examples.Select(example => TextOf(example.Kind, example.Walk))), "Gallery");

    [Test]
    public void Each_says_where_it_is_and_what_to_do()
    {
        foreach (var (kind, walk) in Examples)
        {
            var finding = Only(kind, walk);
            new[] { finding.Message, finding.Expected, finding.Found, finding.NextMove, finding.Journey }
                .Should()
                .OnlyContain(text => !string.IsNullOrWhiteSpace(text), $"{kind} is to be understood by itself");
        }
    }

    private static object Right => new { value = 129.9, currency = "EUR" };

    private static string TextOf(FindingKind kind, JudgedWalk walk) => FindingText.Evidence(Only(kind, walk));

    private static Finding Only(FindingKind kind, JudgedWalk walk) => walk.Judge().Findings.First(finding => finding.Kind == kind);

    private static JudgedWalk CartAt(params Destination[] at) => Built(at, false, false);

    private static JudgedWalk Cart(bool never = false, bool before = false) => Built([Any.Ga4], never, before);

    private static JudgedWalk Built(Destination[] at, bool never, bool before)
    {
        var names = at.Select(destination => destination.Name).ToArray();
        var walk = new JudgedWalk()
            .At(at)
            .With(
                Any.Conversion("add_to_cart", names) with
                {
                    Parameters = [Any.Parameter("value", ParameterType.Money), Any.Parameter("currency", ParameterType.Currency)],
                },
                Any.Conversion("purchase", names)
            );
        if (before)
            walk.Step("Look at the lamp");
        return walk.Step(Any.Step("Put it into the cart", Any.Expectation()) with { Never = never ? ["purchase"] : [] })
            .Recorded(recording =>
                recording with
                {
                    Variables = PersonalData.Shopper.Variables(),
                    Steps = [.. recording.Steps.Select(step => step with { Screenshot = $"{step.Index + 1}-{step.Id}.png" })],
                }
            );
    }

    private static JudgedWalk Consented(double answeredAt) =>
        CartAt(Any.Ga4 with { Needs = Need.Analytics })
            .Recorded(recording =>
                recording with
                {
                    Walk = Any.WalkLabel("none"),
                    ConsentAnswers = [new(TimeSpan.FromSeconds(answeredAt), Any.Denied.Name)],
                }
            );

    private static Func<CapturedRequest, CapturedRequest> By(string script, int line) =>
        request =>
            request with
            {
                Initiator = [new($"https://shop.example/{script}", line, 5, "addToCart")],
                Trigger = new PageEvent("click", "button#buy 'Add to cart'", TimeSpan.Zero),
            };

    private static Func<Hit, Hit> At(int step) =>
        hit =>
            hit with
            {
                StatedTime = Any.StartedAt + Any.InStep(step, 2),
                Request = hit.Request with { StepIndex = step, At = Any.InStep(step, 2) },
            };
}

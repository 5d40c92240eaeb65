using FluentAssertions;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Dictionary;
using MicroConvQA.Judging;
using MicroConvQA.Judging.Findings;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Judging.Limits;

internal sealed class LimitAuditSpecs
{
    private static readonly Destination Meta = new()
    {
        Name = "ga4",
        Title = "Meta Pixel",
        Vendor = "meta",
    };

    [Test]
    public void A_value_that_is_cut_is_a_warning_that_names_the_limit_and_where_it_is_documented()
    {
        var verdict = Walk(new { coupon = new string('x', 130) }).Judge();

        var finding = verdict.Findings.Single();
        finding.Kind.Should().Be(FindingKind.VendorLimit);
        finding.IsWarning.Should().BeTrue();
        finding
            .Message.Should()
            .Be(
                "add_to_cart at Google Analytics 4: the value of 'coupon' has 130 characters in step 'Put it into the cart'; 100 are allowed."
            );
        finding.Expected.Should().Be("100 are allowed");
        finding.Found.Should().Be("the value of 'coupon' has 130 characters in 1 hit (request 1)");
        finding
            .LikelyCause.Should()
            .Be("Google Analytics does not log what is beyond its limits, or cuts it, without an error that a page would see.");
        finding
            .NextMove.Should()
            .Be(
                "Shorten what the page puts into 'coupon', or send an id instead. The limits are documented at https://support.google.com/analytics/answer/9267744"
            );
        verdict.Status.Should().Be(VerdictStatus.Passed);
    }

    [Test]
    public void It_fails_the_walk_where_the_dictionary_says_error()
    {
        var verdict = Walk(new { coupon = new string('x', 130) }, Any.Conversion() with { VendorLimits = LimitSeverity.Error }).Judge();

        verdict.Findings.Single().IsWarning.Should().BeFalse();
        verdict.Status.Should().Be(VerdictStatus.Failed);
    }

    [Test]
    public void A_value_at_the_limit_is_none_of_it() =>
        Walk(new { coupon = new string('x', 100), page_location = $"https://shop.example/{new string('x', 900)}" })
            .Judge()
            .Findings.Should()
            .BeEmpty();

    [Test]
    public void Too_many_parameters_are_counted_without_those_of_the_SDK()
    {
        var parameters = new JObject(Enumerable.Range(1, 26).Select(number => new JProperty($"p{number}", "x")))
        {
            ["page_title"] = "Shop",
            ["wire"] = new JObject(),
        };

        MessageOf(parameters)
            .Should()
            .Be("add_to_cart at Google Analytics 4: it has 26 parameters in step 'Put it into the cart'; 25 are allowed.");
    }

    [TestCase(
        "ga_plan",
        "the name of the parameter 'ga_plan' begins with 'ga_' in step 'Put it into the cart'; Google Analytics 4 keeps such names for itself."
    )]
    [TestCase(
        "an_extremely_long_name_of_a_parameter_here",
        "the name of the parameter 'an_extremely_long_name_of_a_parameter_here' has 42 characters in step 'Put it into the cart'; 40 are allowed."
    )]
    public void A_parameter_that_is_named_wrongly_is_said(string name, string message) =>
        MessageOf(new JObject { [name] = "x" }).Should().Be($"add_to_cart at Google Analytics 4: {message}");

    [TestCase(
        "add-to-cart",
        "the event is named 'add-to-cart' in step 'Put it into the cart'; its name must begin with a letter and hold only letters, digits and underscores."
    )]
    [TestCase(
        "in_app_purchase",
        "the event's name 'in_app_purchase' is used in step 'Put it into the cart'; Google Analytics 4 keeps it for itself."
    )]
    [TestCase(
        "the_shopper_has_put_something_into_the_cart",
        "the event's name has 43 characters in step 'Put it into the cart'; 40 are allowed."
    )]
    public void An_event_that_is_named_wrongly_is_said(string name, string message) =>
        new JudgedWalk().Step("Put it into the cart").Fires(name).Finding().Message.Should().Be($"{name} at Google Analytics 4: {message}");

    [Test]
    public void A_user_property_has_limits_of_its_own() =>
        MessageOf(JObject.FromObject(new { user_properties = new { plan = new string('x', 40) } }))
            .Should()
            .Be(
                "add_to_cart at Google Analytics 4: the value of the user property 'plan' has 40 characters in step 'Put it into the cart'; 36 are allowed."
            );

    [Test]
    public void Bytes_are_counted_where_the_vendor_counts_bytes()
    {
        var message = new JudgedWalk()
            .At(Any.Mixpanel with { Name = "ga4", Needs = Need.Nothing })
            .Step("Put it into the cart", Any.Expectation())
            .Fires("add_to_cart", parameters: new { note = new string('ü', 128) })
            .Finding()
            .Message;

        message.Should().Be("add_to_cart at Mixpanel: the value of 'note' has 256 bytes in step 'Put it into the cart'; 255 are allowed.");
    }

    [Test]
    public void A_standard_event_of_Meta_without_what_it_needs_is_said()
    {
        var message = new JudgedWalk()
            .At(Meta)
            .Step("Pay", Any.Expectation())
            .With(Any.Conversion() with { At = new Dictionary<string, DestinationEvent> { ["ga4"] = new() { Event = "Purchase" } } })
            .Fires("Purchase", parameters: new { value = 10 })
            .Finding()
            .Message;

        message.Should().Be("add_to_cart at Meta Pixel: 'currency' was not sent in step 'Pay'; the standard event 'Purchase' needs it.");
    }

    [Test]
    public void What_the_dictionary_demands_itself_is_said_once()
    {
        var findings = new JudgedWalk()
            .At(Meta)
            .Step("Pay", Any.Expectation())
            .With(
                Any.Conversion() with
                {
                    At = new Dictionary<string, DestinationEvent> { ["ga4"] = new() { Event = "Purchase" } },
                    Parameters = [Any.Parameter("currency")],
                }
            )
            .Fires("Purchase", parameters: new { value = 10 })
            .Judge()
            .Findings;

        findings.Select(finding => finding.Kind).Should().Equal(FindingKind.MissingParameter);
    }

    private static string MessageOf(JObject parameters) => Walk(parameters).Finding().Message;

    private static JudgedWalk Walk(object parameters, Conversion? conversion = null) =>
        new JudgedWalk()
            .With(conversion ?? Any.Conversion())
            .Step("Put it into the cart", Any.Expectation())
            .Fires("add_to_cart", parameters: parameters);
}

using FluentAssertions;
using MicroConvQA.Journeys.Locators;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Acting;

[Category("Browser")]
[Parallelizable(ParallelScope.All)]
internal sealed class PageReaderSpecs
{
    private static async Task<JToken> RememberAsync(string html, PageReading reading, string locale = "en-US")
    {
        await using var stage = await Stage.SetAsync(html, locale: locale);
        await stage.DoAsync(Author.Remember("seen", reading));
        return stage.Context.Variables.Snapshot()["seen"];
    }

    [Test, Covers("reading", "text of"), Covers("action", "remember")]
    public async Task A_text_is_read_as_the_shopper_sees_it()
    {
        var value = await RememberAsync("<p class=name> Arc\n  lamp <span hidden>(internal)</span></p>", Author.TextOf(".name"));

        value.Should().BeEquivalentTo(new JValue("Arc lamp"));
    }

    [Test]
    public async Task A_price_is_read_by_the_locale_of_the_device()
    {
        var value = await RememberAsync("<p class=price>1.299,00&nbsp;€</p>", Author.TextOf(".price"), "de-DE");

        ((decimal)value).Should().Be(1299.00m);
    }

    [Test, Covers("reading", "value of")]
    public async Task The_value_of_a_field_is_read()
    {
        var value = await RememberAsync("<label>Quantity <input type=number value=3></label>", Author.ValueOf("Quantity"));

        ((long)value).Should().Be(3);
    }

    [Test, Covers("reading", "attribute")]
    public async Task An_attribute_is_read_as_machines_write_it_whatever_the_locale()
    {
        var value = await RememberAsync(
            "<p class=price data-price=1299.00>1.299,00 €</p>",
            Author.AttributeOf(".price", "data-price"),
            "de-DE"
        );

        ((decimal)value).Should().Be(1299.00m);
    }

    [Test]
    public async Task A_missing_attribute_is_answered_with_those_that_are_there()
    {
        await using var stage = await Stage.SetAsync("<p class=price data-cents=129900>x</p>");

        var reason = await stage.BreakAsync(Author.Remember("seen", Author.AttributeOf(".price", "data-price")));

        reason.Should().Be("css '.price' on about:blank has no attribute 'data-price'. It has: class, data-cents.");
    }

    [Test]
    public async Task What_is_no_field_has_no_value()
    {
        await using var stage = await Stage.SetAsync("<p class=price>x</p>");

        var reason = await stage.BreakAsync(Author.Remember("seen", Author.ValueOf(".price")));

        reason.Should().Be("css '.price' on about:blank is no field and has no value. To read what it shows, write 'text of'.");
    }

    [Test]
    public async Task A_look_at_what_is_just_vanishing_does_not_wait_for_its_return()
    {
        // Again and again, so that it also vanishes between two questions to the page, where there are two; who waited would wait for ever.
        await using var stage = await Stage.SetAsync("<main></main>");
        stage.Page.SetDefaultTimeout(0);
        var seen = new List<JToken>();

        for (var time = 0; time < 60; time++)
        {
            await stage.Page.EvaluateAsync(
                "time => { const main = document.querySelector('main'); main.innerHTML = '<p class=total>549</p>'; setTimeout(() => main.replaceChildren(), 4 + time / 2) }",
                time
            );
            while (await stage.Performer.LookAsync(Author.TextOf(".total")).WaitAsync(TimeSpan.FromSeconds(60)) is { } look)
                seen.Add(look.Value);
        }

        seen.Select(value => value.ToString()).Distinct().Should().Equal("549");
    }
}

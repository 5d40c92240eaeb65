using FluentAssertions;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

internal sealed class AllowedVendorSpecs() : NetworkSpecs(NetworkRules.Allowing(["other"]))
{
    [Test]
    public async Task Only_the_vendor_that_is_named_gets_what_is_sent_to_it()
    {
        var page = await Walk.OpenAsync(Shop.Origin);

        await page.EvaluateAsync(
            "origin => { for (const path of ['/collect', '/other/collect']) navigator.sendBeacon(origin + path + '?n=mixed', 'x') }",
            Vendor.OtherOrigin
        );
        var seen = await Walk.SeenAsync("mixed", 2);

        seen.Select(request => (new Uri(request.Url).AbsolutePath, request.Fate, request.FateBecause))
            .Should()
            .BeEquivalentTo([
                ("/collect", RequestFate.AnsweredHere, "A decoder reads it, and what goes to spec is kept here."),
                ("/other/collect", RequestFate.Delivered, "A decoder reads it, and what goes to other is let on."),
            ]);
        Vendor
            .Arrived.Where(arrived => arrived.EndsWith("n=mixed", StringComparison.Ordinal))
            .Should()
            .Equal("POST /other/collect?n=mixed");
    }

    [Test]
    public async Task The_vendor_that_is_named_answers_preflights_itself_and_the_others_are_answered_for()
    {
        var page = await Walk.OpenAsync(Shop.Origin);

        await page.EvaluateAsync(
            "origin => Promise.allSettled(['/collect', '/other/collect'].map(path => fetch(origin + path + '?n=json', { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } })))",
            Vendor.OtherOrigin
        );
        await Walk.SeenAsync("json", 1);

        Vendor.Arrived.Should().Contain("OPTIONS /other/collect?n=json").And.NotContain("OPTIONS /collect?n=json");
    }
}

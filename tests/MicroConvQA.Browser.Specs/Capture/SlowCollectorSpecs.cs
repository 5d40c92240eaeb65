using FluentAssertions;
using MicroConvQA.Configuration.Network;
using MicroConvQA.Recording;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

internal sealed class SlowCollectorSpecs() : NetworkSpecs(NetworkRules.Sinkhole with { AnswerAfter = TimeSpan.FromMilliseconds(700) })
{
    [Test]
    public async Task A_page_waits_for_the_answer_as_on_a_slow_line()
    {
        var page = await Walk.OpenAsync(Shop.Origin);

        var waited = await page.EvaluateAsync<double>(
            "async origin => { const start = performance.now(); await fetch(origin + '/collect?n=slow', { method: 'POST', body: 'x', mode: 'no-cors' }); return performance.now() - start }",
            Vendor.OtherOrigin
        );

        waited.Should().BeGreaterThanOrEqualTo(690);
        (await Walk.SeenAsync("slow", 1)).Single().Fate.Should().Be(RequestFate.AnsweredHere);
    }
}

using FluentAssertions;
using MicroConvQA.Configuration.Network;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

internal sealed class SilentCollectorSpecs() : NetworkSpecs(NetworkRules.Sinkhole with { AnswerAfter = TimeSpan.FromHours(1) })
{
    [Test]
    public async Task What_is_no_hit_is_not_held_back()
    {
        var page = await Walk.OpenAsync(Shop.Origin);

        var answers = await page.EvaluateAsync<string>(
            "async origin => { let hit = 'no answer'; fetch(origin + '/collect?n=held', { mode: 'no-cors' }).then(() => hit = 'answered', () => hit = 'failed'); return `${(await fetch('/')).status}, ${hit}` }",
            Vendor.OtherOrigin
        );

        answers.Should().Be("200, no answer");
    }
}

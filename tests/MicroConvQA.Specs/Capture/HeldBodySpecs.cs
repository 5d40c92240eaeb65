using System.IO.Pipelines;
using System.Text;
using FluentAssertions;
using MicroConvQA.Browser.Capture.Wire;
using MicroConvQA.Specs.Browser.Settling;
using NUnit.Framework;

namespace MicroConvQA.Specs.Capture;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class HeldBodySpecs
{
    private static readonly TimeSpan TwoSeconds = TimeSpan.FromSeconds(2);

    private readonly Pipe _browser = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly FakeTime _time = new();

    [Test]
    public async Task A_body_that_ends_is_held_whole()
    {
        var body = Held(limit: 100);

        await SayAsync("first, ");
        var held = body.HoldAsync(CancellationToken.None);
        await SayAsync("second");
        await _browser.Writer.CompleteAsync();

        (await held).Should().BeTrue();
        Text(body.Held).Should().Be("first, second");
    }

    [Test]
    public async Task A_body_that_does_not_end_in_time_goes_on_with_all_that_follows()
    {
        var body = Held(limit: 100);
        await SayAsync("first, ");
        var held = body.HoldAsync(CancellationToken.None);

        _time.Pass(TwoSeconds);
        var isWhole = await held;
        await SayAsync("second");
        await _browser.Writer.CompleteAsync();

        isWhole.Should().BeFalse();
        Text(body.Held).Should().Be("first, ");
        (await RestAsync(body)).Should().Be("first, second");
    }

    [Test]
    public async Task A_body_that_is_too_long_goes_on_without_a_byte_lost_or_told_twice()
    {
        var sent = string.Concat(Enumerable.Range(0, 20_000).Select(number => $"{number},"));
        await SayAsync(sent);
        await _browser.Writer.CompleteAsync();
        var body = Held(limit: 20_000);

        var isWhole = await body.HoldAsync(CancellationToken.None);

        isWhole.Should().BeFalse();
        body.Held.Length.Should().BeGreaterThanOrEqualTo(20_000).And.BeLessThan(sent.Length);
        (await RestAsync(body)).Should().Be(sent);
    }

    [Test]
    public async Task Who_gives_up_the_request_gives_up_the_wait()
    {
        using var gone = new CancellationTokenSource();
        var held = Held(limit: 100).HoldAsync(gone.Token);

        await gone.CancelAsync();

        await FluentActions.Awaiting(() => held).Should().ThrowAsync<OperationCanceledException>();
    }

    private HeldBody Held(int limit) => new(_browser.Reader.AsStream(), limit, TwoSeconds, _time);

    private async Task SayAsync(string text) => await _browser.Writer.WriteAsync(Encoding.UTF8.GetBytes(text));

    private static async Task<string> RestAsync(HeldBody body)
    {
        using var all = new MemoryStream();
        await body.GoOn().CopyToAsync(all);
        return Text(all.ToArray());
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}

using FluentAssertions;
using MicroConvQA.Browser.Settling;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Settling;

internal sealed class StepWaiterSpecs
{
    private SpecLedger _spec = null!;

    [Test]
    public async Task Returns_at_once_when_every_sign_is_there_already()
    {
        _spec.Ledger.Steps.Begin(0);
        _spec.Pushed("search");

        var missing = await WaitAsync(Awaited("search"));

        missing.Should().BeEmpty();
    }

    [Test]
    public async Task Goes_on_as_soon_as_the_first_sign_of_each_has_come()
    {
        _spec.Ledger.Steps.Begin(0);
        var waiting = WaitAsync(Awaited("search"), Awaited("view_item"));

        _spec.Pushed("search");
        waiting.IsCompleted.Should().BeFalse();
        _spec.Sent("view_item");

        (await waiting).Should().BeEmpty();
    }

    [Test]
    public async Task Gives_up_after_the_conversion_s_own_limit_and_names_what_did_not_come()
    {
        _spec.Ledger.Steps.Begin(0);
        var waiting = WaitAsync(Awaited("search"), Awaited("view_item"));
        _spec.Pushed("search");

        _spec.Time.Pass(TimeSpan.FromSeconds(5));

        (await waiting).Should().ContainSingle().Which.Name.Should().Be("view_item");
    }

    [Test]
    public void A_push_of_an_earlier_step_is_no_sign()
    {
        _spec.Ledger.Steps.Begin(0);
        _spec.Pushed("view_item");
        _spec.Time.Pass(TimeSpan.FromSeconds(1));
        _spec.Ledger.Steps.Begin(1);

        var waiting = WaitAsync(Awaited("view_item"));

        waiting.IsCompleted.Should().BeFalse();
    }

    [Test]
    public async Task A_batch_of_an_earlier_step_that_comes_late_is_no_sign()
    {
        _spec.Ledger.Steps.Begin(0);
        _spec.Pushed("view_item");
        _spec.Time.Pass(TimeSpan.FromSeconds(1));
        _spec.Ledger.Steps.Begin(1);
        var waiting = WaitAsync(Awaited("view_item"));

        _spec.Sent("view_item");
        waiting.IsCompleted.Should().BeFalse();
        _spec.Sent("view_item");

        (await waiting).Should().BeEmpty();
    }

    [Test]
    public async Task A_conversion_that_must_come_twice_is_waited_for_twice()
    {
        _spec.Ledger.Steps.Begin(0);
        var waiting = WaitAsync(Awaited("select_item") with { Times = 2 });

        _spec.Pushed("select_item");
        waiting.IsCompleted.Should().BeFalse();
        _spec.Pushed("select_item");

        (await waiting).Should().BeEmpty();
    }

    [Test]
    public async Task What_an_earlier_step_s_sign_stands_for_is_not_waited_for()
    {
        _spec.Ledger.Steps.Begin(0);
        _spec.Pushed("view_item");
        _spec.Time.Pass(TimeSpan.FromSeconds(1));
        _spec.Ledger.Steps.Begin(1);

        (await WaitAsync(Awaited("view_item") with { IsMetBy = (_, _) => true })).Should().BeEmpty();
        WaitAsync(Awaited("view_item") with { IsMetBy = (_, _) => false }).IsCompleted.Should().BeFalse();
        WaitAsync(Awaited("search") with { IsMetBy = (_, _) => true }).IsCompleted.Should().BeFalse("nothing of it has come");
    }

    [Test]
    public async Task A_conversion_without_a_destination_is_not_waited_for()
    {
        _spec.Ledger.Steps.Begin(0);

        var missing = await WaitAsync(Awaited("purchase") with { Signs = [] });

        missing.Should().BeEmpty();
    }

    [Test]
    public async Task Every_vendor_that_sends_at_once_is_waited_for()
    {
        _spec.Ledger.Steps.Begin(0);
        var waiting = WaitAsync(AtOnce("add_to_cart"));

        _spec.Pushed("add_to_cart");
        waiting.IsCompleted.Should().BeFalse("the next action could cause what the vendor has not been sent");
        _spec.Sent("add_to_cart");

        (await waiting).Should().BeEmpty();
    }

    [Test]
    public async Task Of_what_was_waited_for_in_vain_each_vendor_is_named()
    {
        _spec.Ledger.Steps.Begin(0);
        var waiting = WaitAsync(AtOnce("add_to_cart"));
        _spec.Pushed("add_to_cart");

        _spec.Time.Pass(TimeSpan.FromSeconds(5));

        (await waiting).Should().ContainSingle().Which.Signs.Should().ContainSingle().Which.Vendor.Should().Be("spec");
    }

    [Test]
    public async Task A_vendor_that_sends_at_once_shows_by_a_hit_of_this_step()
    {
        _spec.Ledger.Steps.Begin(0);
        _spec.Pushed("search");
        _spec.Sent("search");
        _spec.Time.Pass(TimeSpan.FromSeconds(1));
        _spec.Ledger.Steps.Begin(1);
        var waiting = WaitAsync(AtOnce("search"));

        _spec.Pushed("search");
        waiting.IsCompleted.Should().BeFalse();
        _spec.Sent("search");

        (await waiting).Should().BeEmpty();
    }

    [Test]
    public async Task Cancelling_ends_the_wait()
    {
        using var cancel = new CancellationTokenSource();
        var waiting = new StepWaiter(_spec.Ledger).WaitAsync([Awaited("search")], cancel.Token);

        await cancel.CancelAsync();

        await waiting.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    [SetUp]
    public void NewWalk() => _spec = new SpecLedger();

    private Task<IReadOnlyList<AwaitedConversion>> WaitAsync(params AwaitedConversion[] awaited) =>
        new StepWaiter(_spec.Ledger).WaitAsync(awaited, CancellationToken.None);

    private static AwaitedConversion AtOnce(string name) =>
        Awaited(name) with
        {
            Signs = [.. Awaited(name).Signs.Select(sign => sign with { IsSentAtOnce = true })],
        };

    private static AwaitedConversion Awaited(string name) =>
        new()
        {
            Name = name,
            Signs = [new AwaitedEvent("datalayer", name, null), new AwaitedEvent("spec", name, null)],
            Within = TimeSpan.FromSeconds(5),
        };
}

using FluentAssertions;
using MicroConvQA.Attribution;
using MicroConvQA.Specs.Browser.Settling;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Capture;

internal sealed partial class TrafficLedgerSpecs
{
    /// <summary>A click waits for its button: the page tells when it came.</summary>
    public sealed class A_step_that_begins_by_an_action
    {
        private SpecLedger _spec = null!;
        private ForeignTime _page = null!;

        [SetUp]
        public void NewWalk() => (_spec, _page) = (new SpecLedger(), new ForeignTime());

        [Test]
        public void Begins_with_the_first_event_that_the_page_feels()
        {
            Begin();
            Pass(1);
            _spec.Pushed("by itself", Now());
            var sent = _spec.Sent("by itself");
            Pass(1);
            _spec.Ledger.Steps.ShopperFelt(Now(), Born(0));
            _spec.Pushed("by the click", Now());
            Pass(1);
            _spec.Ledger.Steps.ShopperFelt(Now(), Born(0));

            Steps().Should().Equal(0, 0, 1);
            _spec.Ledger.Snapshot().FirstActions.Should().BeEquivalentTo(new Dictionary<int, TimeSpan> { [1] = TimeSpan.FromSeconds(12) });
            sent.StepIndex.Should().Be(1, "nobody knew better when it came");
        }

        [Test]
        public void Begins_when_it_was_done_where_the_page_feels_nothing()
        {
            Begin();
            Pass(1);
            _spec.Pushed("by itself", Now());

            Steps().Should().Equal(1);
        }

        [Test]
        public void Is_told_nothing_by_a_page_that_the_action_has_brought()
        {
            Begin();
            _spec.Pushed("by the click", Now());
            Pass(1);
            _spec.Ledger.Steps.ShopperFelt(Now(), Born(10.5));

            Steps().Should().Equal(1);
        }

        [Test]
        public void Is_told_nothing_by_what_a_later_action_does()
        {
            Begin();
            _spec.Pushed("by the choice", Now());
            _spec.Ledger.Steps.FirstActionDone();
            Pass(1);
            _spec.Ledger.Steps.ShopperFelt(Now(), Born(0));

            Steps().Should().Equal(1);
        }

        private void Begin()
        {
            _spec.Ledger.Steps.Begin(0);
            Pass(10);
            _spec.Ledger.Steps.BeginByAction(1, isFelt: true);
        }

        private void Pass(double seconds) => _spec.Time.Pass(TimeSpan.FromSeconds(seconds));

        private ForeignMoment Now() => _page.Told(_spec.Ledger.Timer.Elapsed.TotalMilliseconds, _spec.Ledger.Timer.Elapsed);

        private ForeignMoment Born(double second) => Now().At(second * 1000);

        private IEnumerable<int> Steps() => _spec.Ledger.Snapshot().Requests.Select(request => request.StepIndex);
    }
}

using FluentAssertions;
using MicroConvQA.Cli.Display;
using MicroConvQA.Cli.Progress;
using MicroConvQA.Planning;
using MicroConvQA.Specs.Running;
using NUnit.Framework;

namespace MicroConvQA.Specs.Cli;

internal static class ProgressSpecs
{
    private static readonly Walk Canary = Sample.Night.Plan.Walks[0] with
    {
        Id = $"canary.{Sample.Night.Plan.Walks[0].Id}",
        Title = $"canary of {Sample.Night.Plan.Walks[0].Title}",
        Canary = new("view_item", "ga4", "add_to_cart", "ga4"),
    };

    public sealed class Lines
    {
        [Test]
        public void One_line_a_finished_walk()
        {
            using var text = new StringWriter { NewLine = "\n" };
            var progress = new ProgressLines(new Screen(new PlainWriter(text), new PlainWriter(TextWriter.Null)));

            progress.RunStarted(Sample.Night.Plan);
            progress.WalkStarted(Sample.Night.Plan.Walks[0] with { Attempt = 2 });
            foreach (var walk in Sample.Night.Walks)
                progress.WalkFinished(walk);
            progress.WalkStarted(Canary);
            progress.WalkStarted(Canary with { Attempt = 2 });
            progress.CanaryFinished(Canary);

            Approved.Matches(text.ToString(), "Lines");
        }
    }

    public sealed class Pictures
    {
        [Test]
        public void Journeys_by_devices_then_what_is_under_way_then_the_counts() =>
            Approved.Matches(Written.Text(ProgressPicture.Of(UnderWay(), TimeSpan.FromSeconds(9), height: 40, width: 120)), "Picture");

        [Test]
        public void Where_the_terminal_is_low_the_walks_under_way_are_what_is_left() =>
            Approved.Matches(Written.Text(ProgressPicture.Of(UnderWay(), TimeSpan.FromSeconds(9), height: 6, width: 120)), "Low");

        [Test]
        public void No_line_is_wider_than_the_terminal() =>
            ProgressPicture
                .Of(UnderWay(), TimeSpan.FromSeconds(9), height: 40, width: 30)
                .Should()
                .OnlyContain(line => line.Text.Length < 30);

        [Test]
        public void The_canary_is_under_way_but_none_of_the_walks()
        {
            var progress = new RunProgress(new StandingClock(Any.StartedAt));
            progress.RunStarted(Sample.Night.Plan);
            var before = Written.Text(ProgressPicture.Of(progress.Snapshot(), TimeSpan.Zero, height: 40, width: 120));
            progress.WalkStarted(Canary);
            progress.StepStarted(Canary, Any.Step("Look"), 0);

            var under = Written.Text(ProgressPicture.Of(progress.Snapshot(), TimeSpan.Zero, height: 40, width: 120)).Split('\n');
            progress.CanaryFinished(Canary);

            under.Where(line => !line.StartsWith($"⠋ {Canary.Title}  1/", StringComparison.Ordinal)).Should().Equal(before.Split('\n'));
            under.Should().Contain(line => line.Contains(Canary.Title, StringComparison.Ordinal));
            Written.Text(ProgressPicture.Of(progress.Snapshot(), TimeSpan.Zero, height: 40, width: 120)).Should().Be(before);
        }

        private static IReadOnlyList<WalkState> UnderWay()
        {
            var clock = new StandingClock(Any.StartedAt);
            var progress = new RunProgress(clock);
            progress.RunStarted(Sample.Night.Plan);
            progress.WalkFinished(Sample.Night.Walks[0]);
            progress.WalkFinished(Sample.Night.Walks[3]);
            clock.Advance(TimeSpan.FromSeconds(4));
            progress.WalkStarted(Sample.Night.Plan.Walks[2]);
            progress.StepStarted(Sample.Night.Plan.Walks[2], Any.Step(), 0);
            progress.WalkStarted(Sample.Night.Plan.Walks[4] with { Attempt = 2 });

            return progress.Snapshot();
        }
    }
}

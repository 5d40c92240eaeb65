using FluentAssertions;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Journeys;
using MicroConvQA.Planning;
using MicroConvQA.Source;
using Newtonsoft.Json.Linq;
using NUnit.Framework;

namespace MicroConvQA.Specs.Planning;

internal static class RunPlannerSpecs
{
    public sealed class Multiplying
    {
        [Test]
        public void A_journey_without_devices_is_walked_on_all() =>
            Titles(Workspace(Journey("a"))).Should().Equal("a [desktop-chrome]", "a [laptop]", "a [pixel-7]", "a [ipad]");

        [Test]
        public void A_group_stands_for_all_its_devices() =>
            Titles(Workspace(Journey("a") with { Devices = ["desktop", "ipad"] }))
                .Should()
                .Equal("a [desktop-chrome]", "a [laptop]", "a [ipad]");

        [Test]
        public void Consent_states_and_rows_multiply_in_the_order_of_the_file() =>
            Titles(Workspace(OnPixel() with { Consent = ["granted", "denied"], Matrix = [Row("LAMP"), Row("DESK")] }))
                .Should()
                .Equal(
                    "a [pixel-7, granted, product=LAMP]",
                    "a [pixel-7, granted, product=DESK]",
                    "a [pixel-7, denied, product=LAMP]",
                    "a [pixel-7, denied, product=DESK]"
                );

        [Test]
        public void A_journey_that_names_no_consent_gets_the_default() =>
            Plan(Workspace(OnPixel())).Walks.Single().Consent.Name.Should().Be("granted");

        [Test]
        public void Repetitions_come_in_whole_rounds() =>
            Titles(Workspace(OnPixel(), OnPixel() with { Name = "b" }), RunSelection.Everything with { Repeat = 2 })
                .Should()
                .Equal("a [pixel-7]", "b [pixel-7]", "a [pixel-7] #2", "b [pixel-7] #2");
    }

    public sealed class Naming
    {
        [Test]
        public void An_id_says_journey_device_consent_row_and_repetition() =>
            Ids(Workspace(OnPixel() with { Matrix = [Row("LAMP-ARC-01"), Row("Größe L")] }), RunSelection.Everything with { Repeat = 2 })
                .Should()
                .Equal(
                    "a.pixel-7.granted.product-lamp-arc-01",
                    "a.pixel-7.granted.product-gr-e-l",
                    "a.pixel-7.granted.product-lamp-arc-01.2",
                    "a.pixel-7.granted.product-gr-e-l.2"
                );

        [Test]
        public void Rows_that_differ_in_signs_only_are_told_apart_by_a_hash_of_their_values() =>
            Ids(Workspace(OnPixel() with { Matrix = [Row("a/b"), Row("a.b")] }))
                .Should()
                .Equal("a.pixel-7.granted.product-a-b-194ab2c2", "a.pixel-7.granted.product-a-b-77553937");

        [Test]
        public void A_long_row_is_cut_and_keeps_its_hash() =>
            Ids(Workspace(OnPixel() with { Matrix = [Row(new string('x', 300))] }))
                .Single()
                .Should()
                .MatchRegex("^a[.]pixel-7[.]granted[.]product-x{72}-[0-9a-f]{8}$");

        [Test]
        public void The_same_walk_has_the_same_id_whatever_else_is_selected()
        {
            var workspace = Workspace(Journey("a") with { Matrix = [Row("a/b"), Row("a.b")] }, Journey("b"));

            var some = Ids(workspace, RunSelection.Everything with { Journeys = ["a"], Grep = "a[.]b" });

            Ids(workspace).Should().Contain(some).And.OnlyHaveUniqueItems();
        }
    }

    public sealed class Selecting
    {
        private static readonly Workspace Shop = Workspace(
            Journey("guest-checkout") with
            {
                Tags = ["nightly", "tier-1"],
            },
            Journey("wishlist") with
            {
                Tags = ["nightly"],
            },
            Journey("gestures") with
            {
                Devices = ["phone"],
            }
        );

        [Test]
        public void By_journey() => Titles(Shop, new() { Journeys = ["gestures"] }).Should().Equal("gestures [pixel-7]");

        [Test]
        public void By_device_or_group() =>
            Titles(Shop, new() { Devices = ["ipad", "phone"] })
                .Should()
                .Equal("guest-checkout [pixel-7]", "guest-checkout [ipad]", "wishlist [pixel-7]", "wishlist [ipad]", "gestures [pixel-7]");

        [Test]
        public void By_any_of_several_tags() =>
            Plan(Shop, new() { Tags = ["tier-1"] }).Walks.Select(walk => walk.Journey.Name).Distinct().Should().Equal("guest-checkout");

        [Test]
        public void By_a_regular_expression_over_titles_whatever_the_case() =>
            Titles(Shop, new() { Grep = @"^W.*\[p" }).Should().Equal("wishlist [pixel-7]");

        [Test]
        public void All_unknown_names_are_named_at_once_with_what_there_is() =>
            ProblemsOf(
                    Shop,
                    new()
                    {
                        Journeys = ["gest-checkout"],
                        Devices = ["pixel7", "watch"],
                        Tags = ["nigthly"],
                        Grep = "(",
                        Repeat = 0,
                    }
                )
                .Should()
                .Equal(
                    "command line: error: --journey 'gest-checkout': there is no such journey. Did you mean 'guest-checkout'? There are: guest-checkout, wishlist, gestures.",
                    "command line: error: --device 'pixel7': there is no such device. Did you mean 'pixel-7'? There are: desktop-chrome, laptop, pixel-7, ipad, desktop, phone, tablet.",
                    "command line: error: --device 'watch': there is no such device. There are: desktop-chrome, laptop, pixel-7, ipad, desktop, phone, tablet.",
                    "command line: error: --tag 'nigthly': there is no such tag. Did you mean 'nightly'? There are: nightly, tier-1.",
                    "command line: error: --grep '(' is not a regular expression: Invalid pattern '(' at offset 1. Not enough )'s.",
                    "command line: error: --repeat 0 is out of range: it must be a number from 1 to 1,000."
                );

        [Test]
        public void A_tag_where_no_journey_has_any() =>
            ProblemsOf(Workspace(Journey("a")), new() { Tags = ["nightly"] })
                .Should()
                .Equal("command line: error: --tag 'nightly': there is no such tag. No journey has a tag.");

        [Test]
        public void A_selection_that_leaves_nothing_names_what_there_would_be() =>
            ProblemsOf(Shop, new() { Journeys = ["gestures"], Devices = ["desktop"] })
                .Should()
                .Equal(
                    "command line: error: no walk is left by --journey gestures and --device desktop. Without them there are 9: guest-checkout [desktop-chrome]; "
                        + "guest-checkout [laptop]; guest-checkout [pixel-7]; guest-checkout [ipad]; wishlist [desktop-chrome]; wishlist [laptop]; wishlist [pixel-7]; "
                        + "wishlist [ipad]; gestures [pixel-7]. Widen the selection."
                );

        [Test]
        public void A_journey_for_devices_that_nobody_configured_is_the_authors_mistake()
        {
            var workspace = Workspace(Journey("a") with { Devices = ["tablet"] });
            var phones = workspace with { Configuration = workspace.Configuration with { Devices = [Any.Device("pixel-7", "phone")] } };

            ProblemsOf(phones, new())
                .Should()
                .Equal(
                    "journeys/any.yaml(1,3): error: journey 'a' is for tablet, and the configuration has no such device. It has: pixel-7, phone."
                );
        }
    }

    public sealed class Groups
    {
        [TestCase(false, 1280, 720, "desktop")]
        [TestCase(false, 400, 720, "desktop")]
        [TestCase(true, 412, 839, "phone")]
        [TestCase(true, 915, 412, "phone")]
        [TestCase(true, 768, 1024, "tablet")]
        [TestCase(true, 600, 960, "tablet")]
        public void A_device_belongs_to_the_group_of_its_size(bool isMobile, int width, int height, string group) =>
            DeviceGroups.Of(isMobile, new ScreenSize(width, height)).Should().Be(group);
    }

    private static Workspace Workspace(params Journey[] journeys) =>
        new(
            Any.Configuration() with
            {
                Devices = [Any.Device(), Any.Device("laptop"), Any.Device("pixel-7", "phone"), Any.Device("ipad", "tablet")],
            },
            Any.Dictionary(),
            journeys
        );

    private static Journey Journey(string name) => Any.Journey() with { Name = name };

    private static Journey OnPixel() => Journey("a") with { Devices = ["pixel-7"] };

    private static MatrixRow Row(string product) => new(new Dictionary<string, JToken> { ["product"] = product });

    private static RunPlan Plan(Workspace workspace, RunSelection? selection = null) =>
        RunPlanner.Plan(workspace, selection ?? RunSelection.Everything);

    private static IEnumerable<string> Titles(Workspace workspace, RunSelection? selection = null) =>
        Plan(workspace, selection).Walks.Select(walk => walk.Title);

    private static IEnumerable<string> Ids(Workspace workspace, RunSelection? selection = null) =>
        Plan(workspace, selection).Walks.Select(walk => walk.Id);

    private static IEnumerable<string> ProblemsOf(Workspace workspace, RunSelection selection) =>
        FluentActions
            .Invoking(() => RunPlanner.Plan(workspace, selection))
            .Should()
            .Throw<SourceProblemException>()
            .Which.Problems.Select(problem => problem.ToString());
}

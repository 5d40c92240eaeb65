using FluentAssertions;
using MicroConvQA.Browser.Acting;
using MicroConvQA.Journeys.Locators;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Acting;

[Category("Browser")]
internal sealed class LocatorResolverSpecs
{
    private const string Page = """
        <header id=top><button id=add1>Add to cart</button></header>
        <main class=product>
          <h1>Arc lamp</h1><button id=add2>Add to cart</button> <button id=basket>Add to basket</button>
          <a id=guide href=#>Size guide</a> <img id=photo alt="Product image" width=20 height=20>
          <label>E-mail <input id=mail placeholder="you@example.com" title="Your address"></label>
          <span id=stock data-testid=stock>In stock</span> <p id=note hidden>Later</p>
        </main>
        """;

    [Category("Browser")]
    [Parallelizable(ParallelScope.All)]
    public sealed class EveryKind
    {
        private static readonly object[][] s_kinds =
        [
            [
                "name",
                new ElementLocator
                {
                    Kind = LocatorKind.AccessibleName,
                    Value = "Size guide",
                    Exact = true,
                },
                "guide",
            ],
            ["role", new ElementLocator { Kind = LocatorKind.Role, Value = "img" }, "photo"],
            [
                "role",
                new ElementLocator
                {
                    Kind = LocatorKind.Role,
                    Value = "link",
                    Name = "size GUIDE",
                },
                "guide",
            ],
            ["label", new ElementLocator { Kind = LocatorKind.Label, Value = "E-mail" }, "mail"],
            ["placeholder", new ElementLocator { Kind = LocatorKind.Placeholder, Value = "you@example.com" }, "mail"],
            ["text", new ElementLocator { Kind = LocatorKind.Text, Value = "In stock" }, "stock"],
            ["alt", new ElementLocator { Kind = LocatorKind.AltText, Value = "Product image" }, "photo"],
            ["title", new ElementLocator { Kind = LocatorKind.Title, Value = "Your address" }, "mail"],
            ["test id", new ElementLocator { Kind = LocatorKind.TestId, Value = "stock" }, "stock"],
            ["css", new ElementLocator { Kind = LocatorKind.Css, Value = "main > img" }, "photo"],
            [
                "nth",
                new ElementLocator
                {
                    Kind = LocatorKind.Role,
                    Value = "button",
                    Name = "Add to cart",
                    Nth = 2,
                },
                "add2",
            ],
            [
                "inside",
                new ElementLocator
                {
                    Kind = LocatorKind.AccessibleName,
                    Value = "Add to cart",
                    Inside = Author.Css("#top"),
                },
                "add1",
            ],
        ];

        [TestCaseSource(nameof(s_kinds))]
        [
            Covers("locator", "role"),
            Covers("locator", "label"),
            Covers("locator", "placeholder"),
            Covers("locator", "text"),
            Covers("locator", "alt")
        ]
        [
            Covers("locator", "title"),
            Covers("locator", "test id"),
            Covers("locator", "css"),
            Covers("locator", "nth"),
            Covers("locator", "inside"),
            Covers("locator", "a bare text")
        ]
        public async Task Finds_its_element(string kind, ElementLocator locator, string id)
        {
            await using var stage = await Stage.SetAsync(Page);

            var found = await stage.Context.Locators.FindAsync(stage.Page, Author.Chain(locator), ControlPurpose.Any);

            (await found.Locator.GetAttributeAsync("id")).Should().Be(id, kind);
            found.Warning.Should().BeNull();
        }

        [TestCase("in stoc", false, true)]
        [TestCase("in stoc", true, false)]
        [TestCase("In stock", true, true)]
        [Covers("locator", "exact")]
        public async Task Exact_takes_the_text_as_a_whole(string text, bool exact, bool isFound)
        {
            await using var stage = await Stage.SetAsync(Page, patience: isFound ? 10 : 2);
            var locator = new ElementLocator
            {
                Kind = LocatorKind.Text,
                Value = text,
                Exact = exact,
            };

            var reason = await stage.BreakAsync(Author.Click(Author.Chain(locator)));

            reason
                .Should()
                .Be(
                    isFound
                        ? "it did not break"
                        : "No element text 'in stoc' is visible on about:blank. Nothing matches it, hidden things included."
                );
        }

        [TestCase("payment")]
        [TestCase("about:srcdoc")]
        [Covers("locator", "frame")]
        public async Task A_frame_is_found_by_its_name_or_a_part_of_its_url(string frame)
        {
            await using var stage = await Stage.SetAsync("<iframe name=payment srcdoc='<button>Pay now</button>'></iframe>");
            var locator = Author.Named("Pay now") with { Frame = frame };

            var found = await stage.Context.Locators.FindAsync(stage.Page, Author.Chain(locator), ControlPurpose.Any);

            (await found.Locator.InnerTextAsync()).Should().Be("Pay now");
        }

        [Test]
        public async Task A_frame_whose_content_a_script_wrote_is_found_by_its_name()
        {
            await using var stage = await Stage.SetAsync(
                "<iframe name=payment></iframe><script>frames[0].document.body.innerHTML = '<button>Pay now</button>'</script>"
            );

            var found = await stage.Context.Locators.FindAsync(
                stage.Page,
                Author.Chain(Author.Named("Pay now") with { Frame = "payment" }),
                ControlPurpose.Any
            );

            (await found.Locator.InnerTextAsync()).Should().Be("Pay now");
        }

        [Test]
        public async Task Variables_are_put_in()
        {
            await using var stage = await Stage.SetAsync(Page);
            stage.Context.Variables.Remember("what", "guide");

            var found = await stage.Context.Locators.FindAsync(stage.Page, Author.It("Size $what"), ControlPurpose.Any);

            (await found.Locator.GetAttributeAsync("id")).Should().Be("guide");
        }
    }

    [Category("Browser")]
    [Parallelizable(ParallelScope.All)]
    public sealed class BareNames
    {
        [Test]
        public async Task A_hidden_twin_does_not_matter()
        {
            await using var stage = await Stage.SetAsync("<button style='display:none'>Menu</button><button id=shown>Menu</button>");

            var found = await stage.Context.Locators.FindAsync(stage.Page, Author.It("Menu"), ControlPurpose.Any);

            (await found.Locator.GetAttributeAsync("id")).Should().Be("shown");
        }

        [Test]
        public async Task A_control_that_comes_later_is_waited_for()
        {
            await using var stage = await Stage.SetAsync(
                "<script>setTimeout(() => document.body.insertAdjacentHTML('beforeend', '<button id=late>Buy</button>'), 300)</script>"
            );

            var found = await stage.Context.Locators.FindAsync(stage.Page, Author.It("Buy"), ControlPurpose.Any);

            (await found.Locator.GetAttributeAsync("id")).Should().Be("late");
        }

        [Test]
        public async Task The_link_is_meant_and_not_the_picture_inside_it()
        {
            await using var stage = await Stage.SetAsync("<a id=card href=#><img alt='Arc lamp' width=20 height=20></a>");

            var found = await stage.Context.Locators.FindAsync(stage.Page, Author.It("Arc lamp"), ControlPurpose.Any);

            (await found.Locator.GetAttributeAsync("id")).Should().Be("card");
        }

        [Test]
        public async Task A_disclosure_and_a_label_count_as_controls()
        {
            await using var stage = await Stage.SetAsync("<details id=d><summary>Delivery</summary>Tomorrow</details>");

            await stage.DoAsync(Author.Click("Delivery"));

            (await stage.Page.GetAttributeAsync("#d", "open")).Should().NotBeNull();
        }
    }

    [Category("Browser")]
    [Parallelizable(ParallelScope.All)]
    public sealed class Fallbacks
    {
        [Test]
        public async Task The_first_that_finds_its_element_is_used_and_a_fallback_warns()
        {
            await using var stage = await Stage.SetAsync(Page, patience: 4);

            var warning = await stage.DoAsync(Author.Click(Author.Chain(Author.Css("#gone"), Author.Named("Size guide"))));

            warning
                .Should()
                .Be(
                    "The fallback 'Size guide' was used, number 2 of 2: No element css '#gone' is visible on about:blank. Nothing matches it, hidden things included."
                );
        }

        [Test]
        public async Task None_of_them_is_answered_with_the_reason_of_each()
        {
            await using var stage = await Stage.SetAsync("<p>Nothing</p>", patience: 4);

            var reason = await stage.BreakAsync(Author.Click(Author.Chain(Author.Css("#gone"), Author.Css(".away"))));

            reason
                .Should()
                .Be(
                    "None of 2 locators finds its element. (1) No element css '#gone' is visible on about:blank. Nothing matches it, hidden things included. "
                        + "(2) No element css '.away' is visible on about:blank. Nothing matches it, hidden things included."
                );
        }
    }

    [Category("Browser")]
    [Parallelizable(ParallelScope.All)]
    public sealed class Messages
    {
        private static async Task<string> ReasonAsync(string html, ElementLocator locator)
        {
            await using var stage = await Stage.SetAsync(html, patience: 2);
            return await stage.BreakAsync(Author.Click(Author.Chain(locator)));
        }

        [Test]
        public async Task Several_matches_are_listed_with_ways_to_choose()
        {
            var reason = await ReasonAsync(Page, Author.Named("Add to cart"));

            reason
                .Should()
                .Be(
                    "'Add to cart' matches 2 visible elements on about:blank: (1) button 'Add to cart' inside '#top', (2) button 'Add to cart' inside '.product'. "
                        + "Say which one: {role: button, name: Add to cart, inside: '#top'} or {role: button, name: Add to cart, nth: 1}."
                );
        }

        [Test]
        public async Task A_link_and_a_button_of_one_name_are_chosen_by_role()
        {
            var reason = await ReasonAsync("<a href=#>Wishlist</a><button>Wishlist</button>", Author.Named("Wishlist"));

            reason
                .Should()
                .Be(
                    "'Wishlist' matches 2 visible elements on about:blank: (1) link 'Wishlist', (2) button 'Wishlist'. "
                        + "Say which one: {role: link, name: Wishlist} or {role: link, name: Wishlist, nth: 1}."
                );
        }

        [Test]
        public async Task Several_fields_of_one_label_are_chosen_by_css()
        {
            await using var stage = await Stage.SetAsync(
                "<label>E-mail <input id=mail></label><footer class=news><label>E-mail <input name=news></label></footer>",
                patience: 2
            );

            var reason = await stage.BreakAsync(Author.Fill("E-mail", "x"));

            reason
                .Should()
                .Be(
                    "'E-mail' matches 2 visible elements on about:blank: (1) textbox, (2) textbox inside '.news'. Say which one by a CSS selector: '#mail' or '[name=\"news\"]'."
                );
        }

        [Test]
        public async Task A_field_that_is_nearly_there_is_proposed_and_no_button()
        {
            await using var stage = await Stage.SetAsync("<input aria-label='E-mail address'><button>E-mail</button>", patience: 2);

            var reason = await stage.BreakAsync(Author.Fill("E-mail", "x"));

            reason
                .Should()
                .Be(
                    "No field named 'E-mail' is visible on about:blank. Did you mean 'E-mail address'? Visible here: textbox 'E-mail address'."
                );
        }

        [Test]
        public async Task A_name_that_is_nearly_there_is_proposed()
        {
            var reason = await ReasonAsync("<button>Add to basket</button><a href=#>Home</a>", Author.Named("Add to cart"));

            reason
                .Should()
                .Be(
                    "No control named 'Add to cart' is visible on about:blank. Did you mean 'Add to basket'? Visible here: button 'Add to basket', link 'Home'."
                );
        }

        [Test]
        public async Task Nothing_alike_is_answered_with_what_is_there()
        {
            var reason = await ReasonAsync("<button>Go</button>", Author.Named("Continue to payment"));

            reason.Should().Be("No control named 'Continue to payment' is visible on about:blank. Visible here: button 'Go'.");
        }

        [Test]
        public async Task An_empty_page_is_said_to_be_empty()
        {
            var reason = await ReasonAsync("<p>Sorry</p>", Author.Named("Pay"));

            reason.Should().Be("No control named 'Pay' is visible on about:blank. The page shows nothing of that kind with a name.");
        }

        [Test]
        public async Task A_hidden_control_is_said_to_be_hidden()
        {
            var reason = await ReasonAsync(
                "<div hidden><button aria-hidden=false>Pay</button></div><p class=later hidden>x</p>",
                Author.Css(".later")
            );

            reason
                .Should()
                .Be(
                    "No element css '.later' is visible on about:blank. It is there but hidden: an earlier action must open what holds it."
                );
        }

        [Test]
        public async Task A_plain_text_of_that_name_is_pointed_out()
        {
            var reason = await ReasonAsync("<div onclick=''>Size guide</div>", Author.Named("Size guide"));

            reason
                .Should()
                .Be(
                    "No control named 'Size guide' is visible on about:blank. The page shows it as a plain text; to mean that, write {text: Size guide}."
                );
        }

        [Test]
        public async Task A_number_beyond_the_matches_is_answered_with_their_count()
        {
            var reason = await ReasonAsync(
                Page,
                new ElementLocator
                {
                    Kind = LocatorKind.Role,
                    Value = "button",
                    Name = "Add to cart",
                    Nth = 3,
                }
            );

            reason.Should().Be("button 'Add to cart' (number 3): there are 2 visible matches on about:blank, so there is no number 3.");
        }

        [Test]
        public async Task A_missing_frame_is_answered_with_the_frames_that_are_there()
        {
            var reason = await ReasonAsync("<iframe name=chat></iframe>", Author.Named("Pay") with { Frame = "payment" });

            reason.Should().Be("The page has no frame 'payment' (about:blank). Its frames: 'chat' (about:blank).");
        }

        [Test]
        public async Task A_missing_place_inside_which_it_is_looked_for_is_named()
        {
            var reason = await ReasonAsync(Page, Author.Named("Add to cart") with { Inside = Author.Css("#drawer") });

            reason
                .Should()
                .Be("No control named 'Add to cart' inside css '#drawer' is visible on about:blank. Already css '#drawer' is not there.");
        }
    }
}

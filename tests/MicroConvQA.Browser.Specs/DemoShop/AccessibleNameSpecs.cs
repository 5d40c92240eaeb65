using System.Text.Json;
using FluentAssertions;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>Journeys find controls by their names, so every visible control has one of its own.</summary>
[TestFixture(Layout.Desktop)]
[TestFixture(Layout.Phone)]
[Category("Browser")]
internal sealed class AccessibleNameSpecs(Layout layout) : DemoShopFixture
{
    private static readonly string[] Controls = ["button", "link", "textbox", "searchbox", "checkbox", "radio", "combobox", "image"];

    private Shopper _shopper = null!;

    /// <summary>One shopper looks at all pages: nothing is done on them.</summary>
    [OneTimeSetUp]
    public async Task ComeAsync() => _shopper = await EnterAsync(layout, "/", consent: null, given: Gestures.DeliveryKnownAsync);

    [OneTimeTearDown]
    public async Task GoAsync() => await _shopper.DisposeAsync();

    [TestCase("/")]
    [TestCase("/lamps")]
    [TestCase("/chairs")]
    [TestCase("/textiles")]
    [TestCase("/search?q=lamp")]
    [TestCase("/search?q=unicorn")]
    [TestCase("/products/arc-lamp")]
    [TestCase("/products/cotton-rug")]
    [TestCase("/products/paper-lantern")]
    [TestCase("/cart")]
    [TestCase("/checkout/address")]
    [TestCase("/checkout/delivery")]
    [TestCase("/checkout/payment")]
    [TestCase("/account")]
    [TestCase("/account/create")]
    [TestCase("/wishlist")]
    [TestCase("/compare")]
    [TestCase("/stores")]
    [TestCase("/newsletter")]
    [TestCase("/guides/light-at-home")]
    public async Task Every_visible_control_has_a_name_of_its_own(string path)
    {
        await _shopper.Page.GotoAsync(path);

        var names = await NamesAsync(_shopper);

        names.Should().NotContain("").And.OnlyHaveUniqueItems();
    }

    [Test]
    public async Task The_cart_can_be_filled_by_one_visible_button_only()
    {
        await using var shopper = await EnterAsync(layout, "/products/arc-lamp");

        (await NamesAsync(shopper)).Should().ContainSingle(name => name == "Add to cart");
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(Shopper shopper)
    {
        var session = await shopper.Context.NewCDPSessionAsync(shopper.Page);
        var tree = await session.SendAsync("Accessibility.getFullAXTree");
        return
        [
            .. tree!
                .Value.GetProperty("nodes")
                .EnumerateArray()
                .Where(node => !node.GetProperty("ignored").GetBoolean() && Controls.Contains(Text(node, "role")))
                .Select(node => Text(node, "name")),
        ];
    }

    private static string Text(JsonElement node, string property) =>
        node.TryGetProperty(property, out var value) && value.TryGetProperty("value", out var text) ? text.GetString() ?? "" : "";
}

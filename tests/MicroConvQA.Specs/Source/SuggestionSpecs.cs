using FluentAssertions;
using MicroConvQA.Source;
using NUnit.Framework;

namespace MicroConvQA.Specs.Source;

internal sealed class SuggestionSpecs
{
    [TestCase("contians", "contains")]
    [TestCase("addToCart", "add_to_cart")]
    [TestCase("add-to-cart", "add_to_cart")]
    [TestCase("add_to_carts", "add_to_cart")]
    [TestCase("zebra", null)]
    public void The_nearest_known_word_is_found(string word, string? expected)
    {
        var nearest = Suggestion.Nearest(word, ["contains", "add_to_cart", "equals"]);

        nearest.Should().Be(expected);
    }
}

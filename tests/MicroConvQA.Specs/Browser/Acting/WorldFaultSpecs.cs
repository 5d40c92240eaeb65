using FluentAssertions;
using MicroConvQA.Browser.Acting;
using Microsoft.Playwright;
using NUnit.Framework;

namespace MicroConvQA.Specs.Browser.Acting;

internal sealed class WorldFaultSpecs
{
    [TestCase(
        "ERR_TOO_MANY_REDIRECTS",
        "The shop sends the browser round in circles at http://shop.test/: each page only names the next. Look at its redirects, such as those for language, log-in or https."
    )]
    [TestCase(
        "ERR_CONNECTION_REFUSED",
        "Nothing answers at http://shop.test/ (connection refused). Start the shop, or correct baseURL or --base-url."
    )]
    [TestCase("ERR_SSL_PROTOCOL_ERROR", "http://shop.test/ could not be opened (ERR_SSL_PROTOCOL_ERROR).")]
    public void A_page_that_cannot_be_opened_is_named_with_its_reason(string code, string reason) =>
        WorldFault.Reason(new PlaywrightException($"net::{code} at http://shop.test/\nCall log:")).Should().Be(reason);
}

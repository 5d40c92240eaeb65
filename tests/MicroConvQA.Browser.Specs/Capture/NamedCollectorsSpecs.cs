using System.Text;
using FluentAssertions;
using MicroConvQA.Browser.Capture;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

internal sealed class NamedCollectorsSpecs
{
    private const string Page = "https://shop.example/products/1";

    [TestCase(
        """["config","G-1",{"server_container_url":"https://sgtm.shop.example"}]""",
        "https://sgtm.shop.example/x?d=AAAA",
        "server_container_url"
    )]
    [TestCase(
        """["config","G-1",{"server_container_url":"https://shop.example/metrics"}]""",
        "https://shop.example/metrics/x",
        "server_container_url"
    )]
    [TestCase("""["config","G-1",{"transport_url":"https://sgtm.shop.example/"}]""", "https://SGTM.shop.example/x", "transport_url")]
    [TestCase("""["set",{"transport_url":"https://sgtm.shop.example/"}]""", "https://sgtm.shop.example/", "transport_url")]
    [TestCase("""["config","G-1",{"server_container_url":"https://shop.example/metrics"}]""", "https://shop.example/metrics-of-us", null)]
    [TestCase("""["config","G-1",{"server_container_url":"https://shop.example/metrics"}]""", "https://shop.example/api/cart", null)]
    [TestCase("""["config","G-1",{"server_container_url":"https://sgtm.shop.example"}]""", "http://sgtm.shop.example/x", null)]
    [TestCase(
        """["config","G-1",{"server_container_url":"https://shop.example/"}]""",
        "https://shop.example/api/cart",
        null,
        TestName = "{m}: a shop that collects at its own root"
    )]
    [TestCase(
        """["config","G-1",{"server_container_url":"/metrics"}]""",
        "https://shop.example/metrics/x",
        null,
        TestName = "{m}: no absolute address"
    )]
    [TestCase("""["config","G-1",{"server_container_url":7}]""", "https://shop.example/metrics/x", null, TestName = "{m}: no text")]
    public void An_address_that_the_page_names_is_a_collector(string command, string url, string? setting)
    {
        var collectors = new NamedCollectors();

        collectors.Read(Encoding.UTF8.GetBytes($$"""{"kind":"command","entry":{{command}}}"""), Page);

        collectors.SettingFor(url).Should().Be(setting);
    }

    [Test]
    public void A_message_is_no_command()
    {
        var collectors = new NamedCollectors();

        collectors.Read("""{"kind":"message","entry":{"event":"x","transport_url":"https://sgtm.shop.example"}}"""u8.ToArray(), Page);

        collectors.SettingFor("https://sgtm.shop.example/x").Should().BeNull();
    }
}

using FluentAssertions;
using MicroConvQA.Browser.Launching;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Specs;
using Newtonsoft.Json;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Launching;

[Category("Browser")]
internal sealed class DescribedDevicesSpecs
{
    /// <summary>
    /// After an update of Playwright a <c>.received</c> file lies beside the table: look at it and move it over the table.
    /// </summary>
    [Test]
    public async Task The_table_says_what_Playwright_says()
    {
        var known = new PlaywrightDevices(await SharedBrowsers.DriverAsync());

        var lines = known.Names.Select(name => $"  {JsonConvert.ToString(name)}: {Described(known.Find(name)!)}");

        var table = Path.Combine(Repository.Root, "src/MicroConvQA.Browser/Launching/devices.json");
        Approved.HoldsAgainst($"{{\n{string.Join(",\n", lines)}\n}}", table);
    }

    [Test]
    public async Task Every_device_is_read_as_Playwright_describes_it()
    {
        var known = new PlaywrightDevices(await SharedBrowsers.DriverAsync());

        var written = new DescribedDevices();

        written.Names.Should().Equal(known.Names);
        written.Names.Select(written.Find).Should().Equal(known.Names.Select(known.Find));
    }

    [Test]
    public void An_unknown_name_is_not_guessed() => new DescribedDevices().Find("pixel 7").Should().BeNull();

    private static string Described(DeviceTraits traits)
    {
        var (engine, mobile) = (traits.DefaultEngine.ToString().ToLowerInvariant(), traits.IsMobile ? "true" : "false");
        return $$"""{"engine": "{{engine}}", "width": {{traits.Viewport.Width}}, "height": {{traits.Viewport.Height}}, "mobile": {{mobile}}}""";
    }
}

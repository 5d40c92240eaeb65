using System.Diagnostics;
using FluentAssertions;
using MicroConvQA.Specs;
using NUnit.Framework;

namespace MicroConvQA.Browser.Specs.Capture;

/// <summary>
/// A run in a network of its own, whose only way out is a device that counts packets: what the browser, its driver or we would send beyond
/// loopback is counted there, whoever sends it. Needs root on Linux, as the gate has it. The night runs all sample journeys on all devices,
/// and the variants of one; a plain run one journey on one device.
/// </summary>
[Category("Browser")]
[Platform(Include = "Linux")]
internal sealed class NothingLeavesSpecs
{
    // After the run a packet is sent on purpose: a counter that counts nothing would prove nothing.
    private const string Script = """
        set -e
        ip link set lo up
        ip link add out type ifb
        if [ -e /proc/sys/net/ipv6/conf/out/disable_ipv6 ]; then echo 1 > /proc/sys/net/ipv6/conf/out/disable_ipv6; fi
        ip addr add 192.0.2.2/24 dev out
        ip link set out up
        ip route add default dev out
        packets() { awk -v before="$1" '/ out:/ { sub(/.*:/, ""); print $2 + $10 - before }' /proc/net/dev; }
        ready=$(packets 0)
        dotnet "$MICROCONV" run --no-report $JOURNEYS --output "$OUTPUT" >&2
        echo "run $(packets "$ready")"
        echo purpose > /dev/udp/198.51.100.1/53
        echo "purpose $(packets "$ready")"
        """;

    [TestCase("--journey newsletter-and-sms --device pixel-7")]
    [TestCase("", Category = "Nightly")]
    [TestCase("--journey guest-checkout --device desktop-chrome --variants", Category = "Nightly")]
    public async Task A_run_sends_no_packet_beyond_loopback(string journeys)
    {
        if (
            !Environment.IsPrivilegedProcess
            || !File.Exists("/usr/bin/unshare")
            || !(File.Exists("/usr/sbin/ip") || File.Exists("/sbin/ip"))
        )
            Assert.Ignore("Only root can give a run a network of its own, by unshare and ip.");
        using var output = new TemporaryFolder();

        var told = await RunAsync(journeys, output.Path);

        told.Should().Be("run 0\npurpose 1\n");
    }

    private static async Task<string> RunAsync(string journeys, string output)
    {
        var start = new ProcessStartInfo("unshare", ["-n", "bash", "-c", Script])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MICROCONV"] = Path.Combine(AppContext.BaseDirectory, "microconv.dll");
        start.Environment["OUTPUT"] = output;
        start.Environment["JOURNEYS"] = journeys;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0, await errors);
        return told;
    }
}

using System.Globalization;
using System.Runtime.InteropServices;
using MicroConvQA.DemoShop;
using MicroConvQA.DemoShop.Faults;

try
{
    await using var shop = await DemoShopHost.StartAsync(Read(args));
    Console.WriteLine($"The demo shop is open at {shop.BaseUrl}  (Ctrl-C closes it)");
    await UntilInterruptedAsync();
    return 0;
}
catch (Exception mistake) when (mistake is ArgumentException or IOException)
{
    await Console.Error.WriteLineAsync(mistake.Message);
    return 3;
}

static async Task UntilInterruptedAsync()
{
    var interrupted = new TaskCompletionSource();
    void Close(PosixSignalContext signal)
    {
        signal.Cancel = true;
        interrupted.TrySetResult();
    }

    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Close);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Close);
    await interrupted.Task;
}

static TimeSpan? Milliseconds(string text) =>
    text.EndsWith("ms", StringComparison.Ordinal) && ushort.TryParse(text[..^2], CultureInfo.InvariantCulture, out var number)
        ? TimeSpan.FromMilliseconds(number)
        : null;

static DemoShopOptions Read(string[] args) =>
    args switch
    {
        [] => new DemoShopOptions(),
        ["--port", var port, .. var rest] when ushort.TryParse(port, CultureInfo.InvariantCulture, out var number) => Read(rest) with
        {
            Port = number,
        },
        ["--fault", var names, .. var rest] => Read(rest) with { Faults = [.. FaultSet.Parse(names).Names, .. Read(rest).Faults] },
        ["--latency", var time, .. var rest] when Milliseconds(time) is { } latency => Read(rest) with { Latency = latency },
        _ => throw new ArgumentException(
            $"The demo shop does not understand '{args[0]}'. It takes --port NUMBER, --fault NAME,NAME and --latency 300ms."
        ),
    };

using System.Text.Json;
using MicroConvQA.Benchmarks.Capture;
using MicroConvQA.Benchmarks.Decoding;
using MicroConvQA.Benchmarks.Judging;
using MicroConvQA.Benchmarks.Start;
using MicroConvQA.Benchmarks.Walking;

return args switch
{
    ["capture"] => await CaptureCost.MeasureAsync(Console.Out),
    ["decoding"] => DecodingCost.Measure(Console.Out),
    ["judging"] => JudgingCost.Measure(Console.Out),
    ["walk", .. var how] => await WalkCost.MeasureAsync(how, Console.Out),
    // The parts of the benchmark of a walk, each a process of its own.
    [WalkCost.Bare, var turn, var shop, var flags] => await BareWalks.RunAsync(turn, shop, JsonSerializer.Deserialize<string[]>(flags)!),
    [WalkCost.Tool, var turn, var shop] => await ToolWalks.RunAsync(turn, shop),
    ["start", .. { Length: <= 1 } recording] => StartCost.Measure(recording.FirstOrDefault(), Console.Out),
    [StartCost.Hello] => SayHello(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        "Name what to measure: capture (what the recording proxy costs a page; about three minutes), decoding (about three minutes), judging, "
            + "walk (what a walk costs beside a bare script and a Playwright Test spec; --rounds 15, or --walks 1000 for its memory), "
            + "or start (what a command costs as a whole process; about a minute), with the folder of a walk's recording if it is not to be a sample's."
    );
    return 3;
}

static int SayHello()
{
    Console.Out.WriteLine("Hello.");
    return 0;
}

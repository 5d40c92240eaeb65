using MicroConvQA.Benchmarks.Capture;
using MicroConvQA.Benchmarks.Decoding;
using MicroConvQA.Benchmarks.Judging;

return args switch
{
    ["capture"] => await CaptureCost.MeasureAsync(Console.Out),
    ["decoding"] => DecodingCost.Measure(Console.Out),
    ["judging"] => JudgingCost.Measure(Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Name what to measure: capture (what the recording proxy costs a page; about three minutes), decoding (about three minutes) or judging.");
    return 3;
}

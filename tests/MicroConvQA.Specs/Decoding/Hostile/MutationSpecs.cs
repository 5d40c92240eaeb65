using MicroConvQA.Recording;
using MicroConvQA.Specs.Decoding.Corpus;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding.Hostile;

internal sealed class MutationSpecs
{
    private static readonly IReadOnlyList<CapturedRequest> Real = [.. CorpusShape.All().SelectMany(shape => shape.Requests())];

    [TestCaseSource(typeof(CorpusShape), nameof(CorpusShape.All))]
    public void No_mutation_of_a_real_request_makes_a_decoder_throw_or_fall_silent(CorpusShape shape)
    {
        var mutation = new Mutation(new Random(HostileRun.Seed), Real);
        var tally = new Tally();

        foreach (var request in shape.Requests())
            for (var left = HostileRun.Inputs / Real.Count; left > 0; left--)
                tally.Count(
                    Ending.Demand(mutation.Of(request), $"Input {tally.Inputs + 1} of {shape}, MICROCONV_HOSTILE_SEED={HostileRun.Seed}.")
                );

        TestContext.Out.WriteLine($"{tally}, seed {HostileRun.Seed}");
    }
}

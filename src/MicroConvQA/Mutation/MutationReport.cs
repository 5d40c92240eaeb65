namespace MicroConvQA.Mutation;

/// <summary>What became of all mutants.</summary>
internal sealed record MutationReport
{
    /// <summary>The ids of the walks that faults were put into.</summary>
    public required IReadOnlyList<string> Walks { get; init; }

    public required IReadOnlyList<Mutant> Mutants { get; init; }

    /// <summary>
    /// Faults that could not be put into a request without changing something else with it, in words; they are no mutants.
    /// </summary>
    public IReadOnlyList<string> NotMade { get; init; } = [];

    /// <summary>The share of faults that the checklist finds, in percent; what is equivalent is no fault.</summary>
    public double Score => ScoreOf(Mutants);

    /// <summary>By conversion, those that lose most first.</summary>
    public IReadOnlyList<MutationScore> Conversions =>
        [
            .. Mutants
                .GroupBy(mutant => mutant.Conversion)
                .Select(group => new MutationScore(
                    group.Key,
                    Count(group, MutantFate.Killed),
                    Count(group, MutantFate.Survived),
                    Count(group, MutantFate.Equivalent)
                ))
                .OrderBy(score => score.Percent)
                .ThenBy(score => score.Conversion, StringComparer.Ordinal),
        ];

    /// <summary>How many there are of a fate.</summary>
    public int Count(MutantFate fate) => Count(Mutants, fate);

    private static int Count(IEnumerable<Mutant> mutants, MutantFate fate) => mutants.Count(mutant => mutant.Fate == fate);

    private static double ScoreOf(IReadOnlyList<Mutant> mutants) =>
        MutationScore.PercentOf(Count(mutants, MutantFate.Killed), Count(mutants, MutantFate.Survived));
}

namespace MicroConvQA.Mutation;

/// <summary>How well one conversion is guarded.</summary>
/// <param name="Conversion">Its name.</param>
/// <param name="Killed">Faults that were found.</param>
/// <param name="Survived">Faults that were not.</param>
/// <param name="Equivalent">Mutants that are no faults.</param>
internal sealed record MutationScore(string Conversion, int Killed, int Survived, int Equivalent)
{
    public int Mutants => Killed + Survived + Equivalent;

    /// <summary>The share of faults that were found, in percent.</summary>
    public double Percent => PercentOf(Killed, Survived);

    internal static double PercentOf(int killed, int survived) => killed + survived == 0 ? 100 : 100.0 * killed / (killed + survived);
}

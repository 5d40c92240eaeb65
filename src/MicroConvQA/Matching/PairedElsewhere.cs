using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching;

/// <summary>
/// Finds the same event at another destination once hits are paired: the k-th hit of an expectation here is its k-th hit there.
/// </summary>
internal sealed class PairedElsewhere
{
    private readonly Dictionary<(int Expectation, string Destination), PairedClaim> paired = [];
    private readonly Dictionary<LedgerHit, (PairedClaim Claim, int Place)> places = [];

    /// <summary>The parameter's value there; null = no such hit is known.</summary>
    public JToken? Find(LedgerHit hit, string destination, string parameter)
    {
        if (!places.TryGetValue(hit, out var own) || !paired.TryGetValue((own.Claim.Claim.ExpectationIndex, destination), out var other))
            return null;
        return own.Place < other.Hits.Count ? other.Hits[own.Place].ParametersAs(other.Claim.Conversion).FindAlike(parameter) : null;
    }

    internal void Fill(IEnumerable<PairedClaim> claims)
    {
        foreach (var claim in claims)
        {
            paired[claim.Claim.Key] = claim;
            foreach (var (hit, place) in claim.Hits.Select((hit, place) => (hit, place)))
                places[hit] = (claim, place);
        }
    }
}

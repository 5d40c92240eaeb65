namespace MicroConvQA.Matching.Conditions;

/// <summary>Whether a condition holds.</summary>
internal enum Truth
{
    Holds,
    Fails,

    /// <summary>It cannot be told: the page's value was never read, or the other destination's hit is not there.</summary>
    Unknown,
}

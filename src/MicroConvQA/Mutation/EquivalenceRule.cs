namespace MicroConvQA.Mutation;

/// <summary>A rule by which a mutant is no fault, so that nothing can tell it from what is right.</summary>
/// <param name="Name">What reports call it.</param>
/// <param name="Reason">Why it is no fault.</param>
internal sealed record EquivalenceRule(string Name, string Reason)
{
    /// <summary>The vendor knows the copy by its id.</summary>
    public static EquivalenceRule CountedOnce { get; } =
        new("counted once", "The copy bears the event id of its original, so the vendor counts both as one: a retry, not a double.");

    /// <summary>Consent mode lets hits pass that say that nothing is granted.</summary>
    public static EquivalenceRule WithoutConsent { get; } =
        new(
            "without consent",
            "A hit of consent mode that says that nothing is granted may be sent at any time, also before the consent question is answered."
        );

    /// <summary>All rules.</summary>
    public static IReadOnlyList<EquivalenceRule> All { get; } = [CountedOnce, WithoutConsent];
}

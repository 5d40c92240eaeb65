namespace MicroConvQA.Mutation;

/// <summary>A kind of tracking fault that is put into recordings.</summary>
/// <param name="Name">What reports call it: <c>wrong currency</c>.</param>
/// <param name="What">What is changed.</param>
/// <param name="StandsFor">The fault of real shops that it stands for.</param>
/// <param name="Reach">How far it reaches.</param>
/// <param name="AppliesTo">Which hits or parameters it is put into, in words.</param>
/// <param name="Made">What it is made on, in words: the request's bytes, or what the recording knows of the request.</param>
internal sealed record MutationOperator(string Name, string What, string StandsFor, MutationReach Reach, string AppliesTo, string Made)
{
    /// <summary>The mutants of one target.</summary>
    internal Func<MutationBench, MutationTarget, IEnumerable<PlantedFault>> Faults { get; init; } = (_, _) => [];
}

/// <summary>How far a fault reaches.</summary>
internal enum MutationReach
{
    /// <summary>One destination: its tag is wrong.</summary>
    Tag,

    /// <summary>The data layer and every destination alike: the page's own code is wrong.</summary>
    Page,
}

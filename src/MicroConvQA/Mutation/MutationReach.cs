namespace MicroConvQA.Mutation;

/// <summary>How far a fault reaches.</summary>
internal enum MutationReach
{
    /// <summary>One destination: its tag is wrong.</summary>
    Tag,

    /// <summary>The data layer and every destination alike: the page's own code is wrong.</summary>
    Page,
}

namespace MicroConvQA.Cli.Doctor;

/// <summary>Something that a run needs.</summary>
/// <param name="Name">What it is: <c>Node.js</c>.</param>
/// <param name="State">Whether it is there.</param>
/// <param name="Found">What was found.</param>
/// <param name="Remedy">What to do; null = nothing.</param>
internal sealed record Requirement(string Name, RequirementState State, string Found, string? Remedy = null);

/// <summary>Whether something is there.</summary>
internal enum RequirementState
{
    Found,

    /// <summary>Not there, and only some things need it.</summary>
    Optional,
    Missing,
}

namespace MicroConvQA.Cli.Doctor;

/// <summary>Whether something is there.</summary>
internal enum RequirementState
{
    Found,

    /// <summary>Not there, and only some things need it.</summary>
    Optional,
    Missing,
}

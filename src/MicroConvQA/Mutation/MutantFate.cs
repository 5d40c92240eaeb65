namespace MicroConvQA.Mutation;

/// <summary>What became of a mutant.</summary>
internal enum MutantFate
{
    /// <summary>The checklist finds the fault: the walk fails.</summary>
    Killed,

    /// <summary>The walk passes although the fault is there.</summary>
    Survived,

    /// <summary>It is no fault, by a named rule.</summary>
    Equivalent,
}

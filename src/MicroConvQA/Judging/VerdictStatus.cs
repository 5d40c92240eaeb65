namespace MicroConvQA.Judging;

/// <summary>The outcome of a walk or of one expectation, mildest first.</summary>
public enum VerdictStatus
{
    Passed,

    /// <summary>It does not apply here.</summary>
    Skipped,

    /// <summary>It could not be told.</summary>
    Broken,

    /// <summary>The tracking is wrong.</summary>
    Failed,
}

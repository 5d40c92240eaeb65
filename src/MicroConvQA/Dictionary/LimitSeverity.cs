namespace MicroConvQA.Dictionary;

/// <summary>What it means that a hit goes beyond what its vendor documents that it takes.</summary>
public enum LimitSeverity
{
    /// <summary>It is shown, and nothing fails.</summary>
    Warning,

    /// <summary>It fails the walk.</summary>
    Error,
}

namespace MicroConvQA.Source;

/// <summary>A value of an author's file with its place: a scalar, a list, a mapping, or what could not be read.</summary>
internal abstract record SourceNode(SourcePlace Place)
{
    /// <summary>The value as messages show it: <c>the number 5</c>, <c>a list</c>.</summary>
    public abstract string Describe();
}

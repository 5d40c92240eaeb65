namespace MicroConvQA.Source;

/// <summary>A value whose problem was already reported; readers pass over it in silence.</summary>
internal sealed record SourceUnreadable(SourcePlace Place) : SourceNode(Place)
{
    public override string Describe() => "unreadable";
}

namespace MicroConvQA.Judging.PersonalData;

/// <summary>One way in which a part of a person is written before it is encoded.</summary>
/// <param name="Part">What it is of.</param>
/// <param name="Text">The text.</param>
/// <param name="Note">What was done to it, in words for a report: <c>without dots</c>; empty = nothing.</param>
internal sealed record PersonalForm(PersonalPart Part, string Text, string Note = "")
{
    /// <summary>Whether it is told from other texts only where no letter or digit stands beside it.</summary>
    public bool StandsAlone { get; init; }

    /// <summary>First or last name: common words, of which only both together prove anything.</summary>
    public NameHalf Half { get; init; }
}

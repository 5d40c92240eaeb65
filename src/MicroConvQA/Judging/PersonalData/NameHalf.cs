namespace MicroConvQA.Judging.PersonalData;

/// <summary>Which part of a name a text is.</summary>
internal enum NameHalf
{
    /// <summary>It is no part of one, or all of it.</summary>
    None,
    First,
    Last,
}

namespace MicroConvQA.Journeys.Actions;

/// <summary>Where the finger goes.</summary>
internal enum SwipeDirection
{
    Left,
    Right,
    Up,
    Down,
}

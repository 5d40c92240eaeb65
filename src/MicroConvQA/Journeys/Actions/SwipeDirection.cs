namespace MicroConvQA.Journeys.Actions;

/// <summary>Where the finger goes.</summary>
public enum SwipeDirection
{
    Left,
    Right,
    Up,
    Down,
}

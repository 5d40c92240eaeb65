namespace MicroConvQA.Recording;

/// <summary>How far the walk came with a step.</summary>
public enum StepState
{
    Done,
    Broken,
    NotReached,
}

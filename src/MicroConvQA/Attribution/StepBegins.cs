using MicroConvQA.Recording;

namespace MicroConvQA.Attribution;

/// <summary>
/// When each step of a recorded walk began: with the shopper's first own action, because what a page does by itself before belongs to the
/// step before.
/// </summary>
internal sealed class StepBegins
{
    private readonly List<TimeSpan> begins;

    public StepBegins(IReadOnlyList<RecordedStep> steps)
    {
        begins = new List<TimeSpan>(steps.Count);
        // One that was not walked begins, and is over, when the next one begins.
        var next = TimeSpan.MaxValue;
        foreach (var step in steps.Reverse())
            begins.Add(next = step.FirstActedAt ?? step.StartedAt ?? next);
        begins.Reverse();
    }

    /// <summary>The step in progress at a moment; -1 = before the first.</summary>
    public int At(TimeSpan moment)
    {
        var (low, high) = (0, begins.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = begins[middle] <= moment ? (middle + 1, high) : (low, middle);
        }
        return low - 1;
    }
}

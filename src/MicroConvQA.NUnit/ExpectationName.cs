using MicroConvQA.Planning;

namespace MicroConvQA.NUnit;

/// <summary>An expectation of a walk and what its test is called; unique within the walk.</summary>
/// <param name="StepIndex">The step, from 0.</param>
/// <param name="Index">Its place among the step's expectations, from 0.</param>
/// <param name="Text">The test's name.</param>
internal sealed record ExpectationName(int StepIndex, int Index, string Text)
{
    public static IReadOnlyList<ExpectationName> AllOf(Walk walk)
    {
        var all =
            from step in walk.Journey.Steps.Select((step, index) => (step, index))
            from expectation in step.step.Expect.Select((expectation, index) => (expectation, index))
            select (
                Step: step.index,
                expectation.index,
                Title: step.step.Title,
                Text: $"{walk.Title} {expectation.expectation.Conversion} {expectation.expectation.Times}"
            );
        var names = all.ToList();
        var repeated = names.GroupBy(name => name.Text).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        return
        [
            .. names.Select(name => new ExpectationName(
                name.Step,
                name.index,
                repeated.Contains(name.Text) ? $"{name.Text} in step {name.Step + 1} '{name.Title}'" : name.Text
            )),
        ];
    }
}

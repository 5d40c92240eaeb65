using MicroConvQA.Journeys;
using MicroConvQA.Judging.English;

namespace MicroConvQA.Judging.Again;

/// <summary>A journey folded into one step, for traffic of which nobody knows the steps.</summary>
internal static class WholeJourney
{
    /// <summary>
    /// All expectations in one step. Of what must never fire only that remains which no step expects; order has no meaning.
    /// </summary>
    public static Journey Of(Journey journey) =>
        journey with
        {
            Ordered = false,
            Steps =
            [
                new Step
                {
                    Title = Words.WholeStepTitle,
                    Id = Words.WholeStepId,
                    Expect = [.. journey.Steps.SelectMany(step => step.Expect)],
                    Never =
                    [
                        .. journey.Steps.SelectMany(step => step.Never).Distinct().Where(conversion => !IsExpected(journey, conversion)),
                    ],
                    // Beside the expectation of its own step it allows nothing.
                    May = [.. journey.Steps.SelectMany(step => step.May.Where(conversion => !IsExpectedIn(step, conversion))).Distinct()],
                    Place = journey.Place,
                },
            ],
        };

    /// <summary>The rules of the journey that hold only between two of its steps.</summary>
    public static IEnumerable<(Step Step, string Conversion)> LostRules(Journey journey) =>
        journey
            .Steps.SelectMany(step => step.Never.Select(conversion => (step, conversion)))
            .Where(rule => IsExpected(journey, rule.conversion));

    /// <summary>What one step lets fire and another expects: in one step nobody can tell the two apart.</summary>
    public static IEnumerable<(Step Step, string Conversion)> LostAllowances(Journey journey) =>
        journey
            .Steps.SelectMany(step => step.May.Select(conversion => (Step: step, Conversion: conversion)))
            .Where(rule => IsExpected(journey, rule.Conversion) && !IsExpectedIn(rule.Step, rule.Conversion));

    /// <summary>The verdicts of the one step's expectations, put back into the steps that they come from.</summary>
    public static IReadOnlyList<ExpectationVerdict> Unfold(IReadOnlyList<ExpectationVerdict> verdicts, Journey journey)
    {
        var places = journey.Steps.SelectMany((step, index) => step.Expect.Select(expectation => (step, index, expectation))).ToList();
        return
        [
            .. verdicts.Select(
                (verdict, number) =>
                    verdict with
                    {
                        StepIndex = places[number].index,
                        StepId = places[number].step.Id,
                        StepTitle = places[number].step.Title,
                        Ordinal = places
                            .Take(number + 1)
                            .Count(place =>
                                place.index == places[number].index && place.expectation.Conversion == places[number].expectation.Conversion
                            ),
                    }
            ),
        ];
    }

    private static bool IsExpected(Journey journey, string conversion) => journey.Steps.Any(step => IsExpectedIn(step, conversion));

    private static bool IsExpectedIn(Step step, string conversion) => step.Expect.Any(expectation => expectation.Conversion == conversion);
}

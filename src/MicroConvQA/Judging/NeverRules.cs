using MicroConvQA.Journeys;

namespace MicroConvQA.Judging;

/// <summary>Where in a journey a conversion must never fire: from the step that says so until a later step expects it.</summary>
internal sealed class NeverRules
{
    private readonly ILookup<string, (int From, int Before)> periods;
    private readonly Journey journey;

    public NeverRules(Journey journey)
    {
        this.journey = journey;
        periods = journey
            .Steps.SelectMany((step, index) => step.Never.Select(conversion => (Conversion: conversion, From: index)))
            .ToLookup(rule => rule.Conversion, rule => (rule.From, NextExpecting(rule.Conversion, rule.From)));
    }

    /// <summary>The step whose rule forbids the conversion in a step; null = none.</summary>
    public Step? Find(string conversion, int step)
    {
        foreach (var (from, before) in periods[conversion])
        {
            if (from <= step && step < before)
                return journey.Steps[from];
        }
        return null;
    }

    /// <summary>Whether the conversion must never fire in a step or in one before it.</summary>
    public bool BeginsBefore(string conversion, int step) => periods[conversion].Any(period => period.From <= step);

    private int NextExpecting(string conversion, int from)
    {
        for (var step = from + 1; step < journey.Steps.Count; step++)
        {
            if (journey.Steps[step].Expect.Any(expectation => expectation.Conversion == conversion))
                return step;
        }
        return int.MaxValue;
    }
}

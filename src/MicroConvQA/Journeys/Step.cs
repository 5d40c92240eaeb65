using MicroConvQA.Journeys.Actions;
using MicroConvQA.Source;

namespace MicroConvQA.Journeys;

/// <summary>What the shopper does at one point of a journey, and what that must, and must never, fire.</summary>
public sealed record Step
{
    /// <summary>The step's words: <c>Put it into the cart</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What keeps the step's history when its words change; made from the title where the author gave none.</summary>
    public required string Id { get; init; }

    public IReadOnlyList<StepAction> Do { get; init; } = [];

    public IReadOnlyList<Expectation> Expect { get; init; } = [];

    /// <summary>Conversions forbidden from here until a later step expects them.</summary>
    public IReadOnlyList<string> Never { get; init; } = [];

    /// <summary>Conversions that may fire in this step, as often as they like, without being expected.</summary>
    public IReadOnlyList<string> May { get; init; } = [];

    public required SourcePlace Place { get; init; }
}

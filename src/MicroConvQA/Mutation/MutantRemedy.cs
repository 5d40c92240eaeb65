using MicroConvQA.Source;

namespace MicroConvQA.Mutation;

/// <summary>The line that would let a checklist find a fault that it misses.</summary>
/// <param name="Place">Where it belongs.</param>
/// <param name="Line">The line as it is to be written.</param>
/// <param name="What">What it does, in words after the place: <c>add to the expectation 'purchase'</c>.</param>
internal sealed record MutantRemedy(SourcePlace Place, string Line, string What);

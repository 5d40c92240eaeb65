using MicroConvQA.Journeys.Actions;
using MicroConvQA.Source;

namespace MicroConvQA.Journeys;

/// <summary>A step as it was written.</summary>
internal sealed record StepDraft(
    SourcePlace Place,
    string Title,
    SourceScalar? Id,
    IReadOnlyList<StepAction> Do,
    IReadOnlyList<ExpectationDraft> Expect,
    IReadOnlyList<SourceScalar> Never,
    IReadOnlyList<string> May
);

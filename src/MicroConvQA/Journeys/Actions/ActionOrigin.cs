using MicroConvQA.Source;

namespace MicroConvQA.Journeys.Actions;

/// <summary>Where an action stands and how its author wrote it.</summary>
internal sealed record ActionOrigin(SourcePlace Place, string Text);

namespace MicroConvQA.Journeys.Actions;

/// <summary>Actions for some devices or device groups only.</summary>
internal sealed record OnDevice(IReadOnlyList<string> Devices, IReadOnlyList<StepAction> Actions) : StepAction;

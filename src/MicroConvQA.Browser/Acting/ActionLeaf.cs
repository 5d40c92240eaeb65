using MicroConvQA.Configuration;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Journeys.Actions;

namespace MicroConvQA.Browser.Acting;

/// <summary>An action that is done as it is, after those that stand for others were expanded.</summary>
/// <param name="Action">What the shopper does.</param>
/// <param name="Answers">The consent preset that is in force from here on; null = the question is not answered by this action.</param>
internal sealed record ActionLeaf(StepAction Action, string? Answers = null)
{
    /// <summary>The actions for one device, with consent presets put in.</summary>
    public static IEnumerable<ActionLeaf> Of(IEnumerable<StepAction> actions, DeviceProject device, RunConfiguration configuration) =>
        actions.SelectMany(action =>
            action switch
            {
                OnDevice on => on.Devices.Any(name => DeviceGroups.Means(name, device)) ? Of(on.Actions, device, configuration) : [],
                AnswerConsent answer => Answering(answer.Preset, device, configuration),
                _ => [new ActionLeaf(action)],
            }
        );

    /// <summary>The actions that answer the consent question by a preset; the last one gives the answer.</summary>
    public static IReadOnlyList<ActionLeaf> Answering(string preset, DeviceProject device, RunConfiguration configuration)
    {
        var leaves = Of(configuration.FindConsent(preset).Do, device, configuration).ToList();
        if (leaves.Count > 0)
            leaves[^1] = leaves[^1] with { Answers = preset };
        return leaves;
    }
}

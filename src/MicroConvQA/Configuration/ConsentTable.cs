using MicroConvQA.Journeys.Actions;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Configuration;

/// <summary>The keys of a consent preset.</summary>
internal sealed class ConsentTable
{
    private static readonly Dictionary<string, Need> Grantable = new() { ["analytics"] = Need.Analytics, ["ads"] = Need.Ads };

    private readonly Key<IReadOnlyList<StepAction>> _do;
    private readonly Key<IReadOnlyList<Need>> _grants = Key.Optional("grants", Kinds.List(Kinds.Choice(Grantable), "analytics, ads"), "What is then granted.", "nothing");

    /// <param name="actions">The actions of the checklist language.</param>
    public ConsentTable(ValueKind<IReadOnlyList<StepAction>> actions)
    {
        _do = Key.Optional("do", actions, "What the shopper does on the first page.", "the question stays unanswered");
        Kind = Kinds.Object<ConsentPreset>(
            new Shape { Name = "consent preset", Title = "a consent preset", KeyNoun = "key of a consent preset", Keys = [_do, _grants] },
            (found, _) => new ConsentPreset { Name = "", Do = found.Or(_do, []), Grants = found.Or(_grants, []).ToHashSet() });
    }

    public ValueKind<ConsentPreset> Kind { get; }
}

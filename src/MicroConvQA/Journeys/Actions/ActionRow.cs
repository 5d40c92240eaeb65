using MicroConvQA.Source;
using MicroConvQA.Source.Shapes;

namespace MicroConvQA.Journeys.Actions;

/// <summary>One row of the table of actions.</summary>
internal sealed class ActionRow
{
    private readonly Func<ActionOrigin, StepAction>? _bare;
    private readonly Func<SourceNode, string, ActionOrigin, ReadScope, IReadOnlyList<StepAction>>? _read;

    private ActionRow(
        string name,
        string doc,
        IValueKind? argument,
        Func<ActionOrigin, StepAction>? bare,
        Func<SourceNode, string, ActionOrigin, ReadScope, IReadOnlyList<StepAction>>? read
    ) => (Name, Doc, Argument, _bare, _read) = (name, doc, argument, bare, read);

    public string Name { get; }

    public string Doc { get; }

    /// <summary>What stands after the colon; null = nothing.</summary>
    public IValueKind? Argument { get; }

    private string? Preset { get; init; }

    /// <summary>Whether the name alone is an action.</summary>
    public bool IsBare => _bare is not null;

    /// <summary>An action without an argument.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="doc">One sentence.</param>
    /// <param name="build">Makes the action.</param>
    /// <param name="preset">The consent preset that it needs; null = none.</param>
    public static ActionRow Bare(string name, string doc, Func<ActionOrigin, StepAction> build, string? preset = null) =>
        new(name, doc, null, build, null) { Preset = preset };

    /// <summary>An action with an argument.</summary>
    public static ActionRow With<T>(
        string name,
        string doc,
        ValueKind<T> argument,
        Func<T, ActionOrigin, StepAction> build,
        Func<ActionOrigin, StepAction>? bare = null
    ) => Several(name, doc, argument, (value, origin) => [build(value, origin)], bare);

    /// <summary>An action with an argument that may stand for several actions.</summary>
    public static ActionRow Several<T>(
        string name,
        string doc,
        ValueKind<T> argument,
        Func<T, ActionOrigin, IReadOnlyList<StepAction>> build,
        Func<ActionOrigin, StepAction>? bare = null
    ) =>
        new(name, doc, argument, bare, (node, subject, origin, scope) =>
            argument.TryRead(node, subject, scope, out var value) ? build(value, origin) : []
        );

    /// <summary>Reads the action from what stands after its name; null = nothing does.</summary>
    public IReadOnlyList<StepAction> Read(SourceNode? argument, ActionOrigin origin, ReadScope scope)
    {
        var isBare = argument is null or SourceScalar { IsNull: true };
        if (Preset is not null)
            scope.Note(ReferenceKind.ConsentPreset, Preset, origin.Place);
        if (isBare && _bare is not null)
            return [_bare(origin)];
        if (!isBare && _read is not null)
            return _read(argument!, $"'{Name}'", origin, scope);
        scope.Problems.Add(argument?.Place ?? origin.Place, Mismatch(argument));
        return [];
    }

    private string Mismatch(SourceNode? argument) =>
        _read is null
            ? $"'{Name}' takes nothing after it, but here stands {argument?.Describe()}."
            : $"'{Name}' needs {Argument!.Description} after it: '{Name}: …'.";
}

/// <summary>Where an action stands and how its author wrote it.</summary>
internal sealed record ActionOrigin(SourcePlace Place, string Text);

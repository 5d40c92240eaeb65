using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>Reads a value of an author's file into what it stands for, and describes what it accepts.</summary>
internal abstract class ValueKind<T> : IValueKind
{
    public abstract string Description { get; }

    public abstract bool Fits(SourceNode node);

    public abstract JObject Schema(SchemaDefinitions definitions);

    /// <summary>Reads a value; where it cannot, at least one problem is added (unless one was before) and false returned.</summary>
    /// <param name="node">The value.</param>
    /// <param name="subject">How messages name it: <c>'within'</c>.</param>
    /// <param name="scope">Collects problems and references.</param>
    /// <param name="value">What it stands for.</param>
    public abstract bool TryRead(SourceNode node, string subject, ReadScope scope, [MaybeNullWhen(false)] out T value);

    /// <summary>The same values, turned into something else.</summary>
    public ValueKind<TResult> Select<TResult>(Func<T, TResult> turn) => new ConvertedKind<T, TResult>(this, (value, _, _) => turn(value));

    /// <summary>The same values, turned into something else with their place at hand.</summary>
    public ValueKind<TResult> Select<TResult>(Func<T, SourceNode, ReadScope, TResult> turn) => new ConvertedKind<T, TResult>(this, turn);

    /// <summary>The same values, looked at once more: the check adds problems or references to the scope.</summary>
    public ValueKind<T> Also(Action<T, SourceNode, ReadScope> check) => new ConvertedKind<T, T>(this, (value, node, scope) =>
        {
            check(value, node, scope);
            return value;
        });

    protected bool Refuse(SourceNode node, string subject, ReadScope scope)
    {
        if (node is not SourceUnreadable)
            scope.Problems.Add(node.Place, $"{subject} must be {Description}, but is {node.Describe()}.");
        return false;
    }
}

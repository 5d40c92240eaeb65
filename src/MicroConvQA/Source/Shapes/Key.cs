using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>A key of a mapping: one row of the table that readers, JSON Schemas and reference pages are made from.</summary>
internal abstract class Key
{
    public required string Name { get; init; }

    /// <summary>One sentence for editors and the reference page.</summary>
    public required string Doc { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>What holds where it is absent, in words; null = nothing.</summary>
    public string? Default { get; init; }

    public abstract IValueKind Kind { get; }

    /// <summary>Reads the key's value; null where it could not.</summary>
    public abstract object? Read(SourceNode node, ReadScope scope);

    public static Key<T> Required<T>(string name, ValueKind<T> kind, string doc) =>
        new(kind)
        {
            Name = name,
            Doc = doc,
            IsRequired = true,
        };

    public static Key<T> Optional<T>(string name, ValueKind<T> kind, string doc, string? whenAbsent = null) =>
        new(kind)
        {
            Name = name,
            Doc = doc,
            Default = whenAbsent,
        };

    public JObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JObject { ["description"] = Default is null ? Doc : $"{Doc} Default: {Default}." };
        schema.Merge(Kind.Schema(definitions));
        return schema;
    }
}

/// <summary>A key whose value is of a known type, so that reading a mapping needs no casts.</summary>
internal sealed class Key<T>(ValueKind<T> kind) : Key
{
    public override IValueKind Kind => kind;

    public override object? Read(SourceNode node, ReadScope scope) => kind.TryRead(node, $"'{Name}'", scope, out var value) ? value : null;
}

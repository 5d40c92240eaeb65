using Newtonsoft.Json.Linq;

namespace MicroConvQA.Source.Shapes;

/// <summary>What a value may be: how messages, reference pages and JSON Schemas say it.</summary>
internal interface IValueKind
{
    /// <summary>After "must be": <c>a text</c>, <c>a list of names</c>.</summary>
    string Description { get; }

    /// <summary>Whether a value has the outer form of this kind: single value, list or mapping.</summary>
    bool Fits(SourceNode node);

    /// <summary>The JSON Schema of the values that are accepted.</summary>
    JObject Schema(SchemaDefinitions definitions);
}

using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.Schemas;

/// <summary>
/// Holds a document against a JSON Schema: as much of draft 2020-12 as our own schemas use, and a throw at any other word.
/// </summary>
internal sealed class SchemaCheck(JObject root)
{
    public bool Accepts(JToken value) => Holds(root, value);

    private bool Holds(JObject schema, JToken value) => schema.Properties().All(word => Holds(word, schema, value));

    private bool Holds(JProperty word, JObject schema, JToken value) =>
        word.Name switch
        {
            "$schema" or "$defs" or "title" or "description" or "then" or "else" => true,
            "$ref" => Holds((JObject)root.SelectToken($"$['$defs']['{((string)word.Value!)["#/$defs/".Length..]}']")!, value),
            "type" => (word.Value is JArray types ? types : [word.Value]).Any(type => IsOf((string)type!, value)),
            "enum" => word.Value.Any(allowed => JToken.DeepEquals(allowed, value)),
            "const" => JToken.DeepEquals(word.Value, value),
            "pattern" => value.Type != JTokenType.String || Regex.IsMatch((string)value!, (string)word.Value!, RegexOptions.ECMAScript),
            "minimum" => !IsOf("number", value) || (double)value >= (double)word.Value,
            "maximum" => !IsOf("number", value) || (double)value <= (double)word.Value,
            "minItems" => value is not JArray list || list.Count >= (int)word.Value,
            "minProperties" => value is not JObject mapping || mapping.Count >= (int)word.Value,
            "maxProperties" => value is not JObject mapping || mapping.Count <= (int)word.Value,
            "items" => value is not JArray list || list.All(item => Holds((JObject)word.Value, item)),
            "required" => value is not JObject mapping || word.Value.All(name => mapping.ContainsKey((string)name!)),
            "properties" => value is not JObject mapping
                || mapping.Properties().All(entry => word.Value[entry.Name] is not JObject own || Holds(own, entry.Value)),
            "patternProperties" => value is not JObject mapping
                || mapping.Properties().All(entry => Matching(word.Value, entry.Name).All(own => Holds(own, entry.Value))),
            "propertyNames" => value is not JObject mapping || mapping.Properties().All(entry => Holds((JObject)word.Value, entry.Name)),
            "additionalProperties" => value is not JObject mapping
                || Others(mapping, schema).All(entry => word.Value is JObject other ? Holds(other, entry.Value) : (bool)word.Value),
            "anyOf" => word.Value.Any(one => Holds((JObject)one, value)),
            "oneOf" => word.Value.Count(one => Holds((JObject)one, value)) == 1,
            "allOf" => word.Value.All(one => Holds((JObject)one, value)),
            "if" => Holds((JObject)schema[Holds((JObject)word.Value, value) ? "then" : "else"]!, value),
            _ => throw new NotSupportedException($"our schemas do not use '{word.Name}' yet"),
        };

    private static IEnumerable<JProperty> Others(JObject mapping, JObject schema) =>
        mapping
            .Properties()
            .Where(entry => schema["properties"]?[entry.Name] is null && !Matching(schema["patternProperties"], entry.Name).Any());

    private static IEnumerable<JObject> Matching(JToken? patterns, string name) =>
        (patterns as JObject)?.Properties().Where(pattern => Regex.IsMatch(name, pattern.Name)).Select(pattern => (JObject)pattern.Value)
        ?? [];

    private static bool IsOf(string type, JToken value) =>
        type switch
        {
            "object" => value.Type == JTokenType.Object,
            "array" => value.Type == JTokenType.Array,
            "string" => value.Type == JTokenType.String,
            "boolean" => value.Type == JTokenType.Boolean,
            "null" => value.Type == JTokenType.Null,
            "integer" => value.Type == JTokenType.Integer,
            "number" => value.Type is JTokenType.Integer or JTokenType.Float,
            _ => throw new NotSupportedException($"unknown type '{type}'"),
        };
}

using System.Reflection;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace MicroConvQA.Recording;

/// <summary>
/// How a recording stands in its file: names in camelCase, enums as words, bodies as base64, times as <c>00:00:01.2500000</c>.
/// </summary>
internal static class RecordingFormat
{
    public static JsonSerializer Serializer { get; } =
        JsonSerializer.Create(
            new()
            {
                ContractResolver = new DataContract { NamingStrategy = new CamelCaseNamingStrategy { ProcessDictionaryKeys = false } },
                Converters = { new StringEnumConverter(new CamelCaseNamingStrategy()) },
                DateParseHandling = DateParseHandling.None,
                Formatting = Formatting.Indented,
                NullValueHandling = NullValueHandling.Ignore,
            }
        );

    /// <summary>Keeps what is data: no computed properties, and what C# requires is required in the file too.</summary>
    private sealed class DataContract : DefaultContractResolver
    {
        protected override JsonProperty CreateProperty(MemberInfo member, MemberSerialization memberSerialization)
        {
            var property = base.CreateProperty(member, memberSerialization);
            property.Ignored |= !property.Writable;
            if (member.IsDefined(typeof(RequiredMemberAttribute)))
                property.Required = Required.Always;
            return property;
        }
    }
}

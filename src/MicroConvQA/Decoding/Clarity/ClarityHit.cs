using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Clarity;

/// <summary>Builds the hit of one entry.</summary>
internal static class ClarityHit
{
    /// <summary>Null where the entry is replay or a measurement.</summary>
    public static Hit? Read(CapturedRequest request, JArray envelope, JToken entry)
    {
        if (
            entry is not JArray { Count: > ClarityFields.FirstToken } tokens
            || tokens[ClarityFields.Kind] is not JValue { Value: long kind }
        )
            return null;
        return kind switch
        {
            ClarityFields.Custom when JsonText.NotEmpty(tokens[ClarityFields.FirstToken]) is { } name => Of(
                request,
                envelope,
                name,
                HitRole.Event,
                Value(tokens)
            ),
            ClarityFields.Variable => Of(request, envelope, "set", HitRole.State, Variables(tokens)),
            _ => null,
        };
    }

    private static Hit Of(CapturedRequest request, JArray envelope, string name, HitRole role, JObject parameters) =>
        new()
        {
            Vendor = "clarity",
            Account = At(envelope, ClarityFields.Project),
            Event = name,
            Role = role,
            Parameters = parameters,
            ClientId = At(envelope, ClarityFields.User),
            SessionId = At(envelope, ClarityFields.Session),
            PageLoadId = At(envelope, ClarityFields.PageNumber),
            PageUrl = At(envelope, ClarityFields.Url),
            Request = request,
        };

    private static JObject Value(JArray tokens) =>
        tokens.Count > ClarityFields.FirstToken + 1 ? new JObject { ["value"] = tokens[ClarityFields.FirstToken + 1].DeepClone() } : [];

    private static JObject Variables(JArray tokens)
    {
        var variables = new JObject();
        for (var at = ClarityFields.FirstToken; at + 1 < tokens.Count; at += 2)
            if (JsonText.NotEmpty(tokens[at]) is { } name)
                variables[name] = tokens[at + 1].DeepClone();
        return variables;
    }

    private static string? At(JArray envelope, int place) => place < envelope.Count ? JsonText.NotEmpty(envelope[place]) : null;
}

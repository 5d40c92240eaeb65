using MicroConvQA.Decoding.Content;
using MicroConvQA.Recording;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.DataLayer;

/// <summary>Commands pushed by <c>gtag(…)</c>, and lists, which Tag Manager reads as calls of methods.</summary>
internal static class GtagCommand
{
    public static Hit Read(CapturedRequest request, JArray command) =>
        JsonText.Of(command.FirstOrDefault()) switch
        {
            "event" when JsonText.NotEmpty(Argument(command, 1)) is { } name => DataLayerMessage.Hit(
                request,
                name,
                HitRole.Event,
                Argument(command, 2) as JObject ?? []
            ),
            "config" => State(request, "config", new JObject { ["target"] = Argument(command, 1) }, Argument(command, 2)),
            "set" when Argument(command, 1) is JObject values => State(request, "set", [], values),
            "set" => State(request, "set", new JObject { ["target"] = Argument(command, 1), ["to"] = Argument(command, 2) }, null),
            "consent" => Consent(request, command),
            var other => State(request, other ?? "command", new JObject { ["arguments"] = new JArray(command.Skip(1)) }, null),
        };

    /// <summary>
    /// A real list is not a command: gtag passes <c>arguments</c>. <c>dataLayer.push(['event', 'add_to_cart'])</c> is a common mistake that
    /// tracks nothing.
    /// </summary>
    public static Hit ReadList(CapturedRequest request, JArray list)
    {
        var hit = Read(request, list);
        var first = JsonText.Of(list.FirstOrDefault()) ?? "";
        return Array.IndexOf(DataLayerFields.Commands, first) < 0
            ? hit with
            {
                Role = HitRole.State,
            }
            : hit with
            {
                Role = HitRole.State,
                Consent = null,
                Unread =
                [
                    $"A list that begins with '{first}' was pushed. gtag ignores lists: call gtag('{first}', …), which pushes its arguments object.",
                ],
            };
    }

    private static Hit Consent(CapturedRequest request, JArray command)
    {
        var given = Argument(command, 2) as JObject ?? [];
        return State(request, "consent", new JObject { ["command"] = Argument(command, 1) }, given) with
        {
            Consent = new ConsentSignal
            {
                AdStorage = Granted(given["ad_storage"]),
                AnalyticsStorage = Granted(given["analytics_storage"]),
                AdUserData = Granted(given["ad_user_data"]),
                AdPersonalization = Granted(given["ad_personalization"]),
                Raw = $"consent {JsonText.Of(Argument(command, 1))} {given.ToString(Formatting.None)}",
            },
        };
    }

    private static bool? Granted(JToken? state) =>
        JsonText.Of(state) switch
        {
            "granted" => true,
            "denied" => false,
            _ => null,
        };

    private static Hit State(CapturedRequest request, string name, JObject facts, JToken? values)
    {
        if (values is JObject given)
            facts.Merge(given);
        return DataLayerMessage.Hit(request, name, HitRole.State, facts);
    }

    private static JToken? Argument(JArray command, int index) => index < command.Count ? command[index].DeepClone() : null;
}

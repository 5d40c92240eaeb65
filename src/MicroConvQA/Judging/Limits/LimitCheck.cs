using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MicroConvQA.Decoding;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Judging.English;
using MicroConvQA.Matching.Conditions;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Judging.Limits;

/// <summary>Holds a hit against what its vendor documents that it takes.</summary>
internal sealed class LimitCheck(VendorProfile vendor, VendorLimits limits)
{
    private const string UserPropertyList = "user_properties";

    private static readonly TimeSpan PatternLimit = TimeSpan.FromMilliseconds(250);

    /// <param name="hit">The hit.</param>
    /// <param name="demanded">Parameters, as sent, that the dictionary demands itself: that they are missing is said already.</param>
    public IEnumerable<LimitBreach> Of(Hit hit, IReadOnlySet<string> demanded) =>
        EventName(hit.Event).Concat(Parameters(hit)).Concat(UserProperties(hit)).Concat(Counts(hit)).Concat(Required(hit, demanded));

    private IEnumerable<LimitBreach> EventName(string name)
    {
        if (TooLong("the event's name", name, limits.EventName) is { } tooLong)
            yield return tooLong with
            {
                NextMove = "Shorten the event's name in the tag and in the dictionary.",
            };
        if (limits.ReservedEvents.Contains(name) || PrefixOf(name) is not null)
            yield return Reserved(
                $"the event's name '{name}'",
                name,
                "Give the event a name of your own in the tag and in the dictionary."
            );
        else if (
            limits.EventNameForm is { } form
            && !vendor.StandardEvents.ContainsKey(name)
            && !Regex.IsMatch(name, form, RegexOptions.CultureInvariant, PatternLimit)
        )
            yield return new(
                $"the event is named '{Shown(name)}'",
                $"its name must {limits.EventNameFormWords}",
                "Rename the event in the tag and in the dictionary."
            );
    }

    private IEnumerable<LimitBreach> Parameters(Hit hit)
    {
        foreach (var name in OwnOf(hit))
        {
            if (TooLong($"the name of the parameter '{Shown(name)}'", name, limits.ParameterName) is { } tooLong)
                yield return tooLong with
                {
                    NextMove = $"Shorten the name of '{Shown(name)}'.",
                };
            if (PrefixOf(name) is not null)
                yield return Reserved($"the name of the parameter '{name}'", name, $"Rename '{name}'.");
        }
        foreach (var (name, value) in hit.Parameters)
        {
            if (
                name != WireFields.Name
                && value is JValue { Type: JTokenType.String } text
                && TooLong($"the value of '{Shown(name)}'", (string)text!, limits.ValueLimitOf(name)) is { } tooLong
            )
                yield return tooLong with
                {
                    NextMove = $"Shorten what the page puts into '{Shown(name)}', or send an id instead.",
                };
        }
    }

    private IEnumerable<LimitBreach> UserProperties(Hit hit)
    {
        if (TooLong("the user's id", hit.UserId ?? "", limits.UserId) is { } longId)
            yield return longId with
            {
                NextMove = "Send a shorter id of the user, such as a digest of it.",
            };
        if (hit.Parameters[UserPropertyList] is not JObject properties || limits.UserPropertyName is null)
            yield break;
        if (properties.Count > limits.UserProperties)
            yield return TooMany(
                properties.Count,
                "user property",
                "user properties",
                limits.UserProperties.Value,
                "Remove user properties that no report uses."
            );
        foreach (var (name, value) in properties)
        {
            if (TooLong($"the name of the user property '{Shown(name)}'", name, limits.UserPropertyName) is { } tooLong)
                yield return tooLong with
                {
                    NextMove = $"Shorten the name of '{Shown(name)}'.",
                };
            if (PrefixOf(name) is not null)
                yield return Reserved($"the name of the user property '{name}'", name, $"Rename '{name}'.");
            if (
                value is JValue text
                && TooLong($"the value of the user property '{Shown(name)}'", ValueTypes.TextOf(text), limits.UserPropertyValue)
                    is { } longValue
            )
                yield return longValue with
                {
                    NextMove = $"Shorten what the page puts into '{Shown(name)}'.",
                };
        }
    }

    private IEnumerable<LimitBreach> Counts(Hit hit)
    {
        if (limits.Parameters is { } most && OwnOf(hit).Count() is var count && count > most)
            yield return TooMany(
                count,
                "parameter",
                "parameters",
                most,
                "Remove parameters that no report uses, or move them to a second event."
            );
        if (limits.Items is { } fewest && hit.Items.Count > fewest)
            yield return TooMany(
                hit.Items.Count,
                "item",
                "items",
                fewest,
                "Send the items in several events, or only those that were in view."
            );
    }

    private IEnumerable<LimitBreach> Required(Hit hit, IReadOnlySet<string> demanded) =>
        limits
            .Required.GetValueOrDefault(hit.Event, [])
            .Where(parameter => !demanded.Contains(parameter) && !ValueTypes.IsPresent(hit.Parameters[parameter]))
            .Select(parameter => new LimitBreach(
                $"'{parameter}' was not sent",
                $"the standard event '{hit.Event}' needs it",
                $"Add '{parameter}' to the event, and to the dictionary as a required parameter."
            ));

    private IEnumerable<string> OwnOf(Hit hit) =>
        hit
            .Parameters.Properties()
            .Select(parameter => parameter.Name)
            .Where(name => name != WireFields.Name && !limits.OwnParameters.Contains(name));

    private LimitBreach? TooLong(string what, string text, int? most)
    {
        // No text has more characters than code units; most are far from any limit.
        if (most is null || text.Length * (limits.InBytes ? 3 : 1) <= most)
            return null;
        var length = limits.InBytes ? Encoding.UTF8.GetByteCount(text) : new StringInfo(text).LengthInTextElements;
        return length > most ? new($"{what} has {length} {(limits.InBytes ? "bytes" : "characters")}", $"{most} are allowed", "") : null;
    }

    private static LimitBreach TooMany(int count, string one, string many, int most, string nextMove) =>
        new($"it has {Words.Number(count)} {many}", $"{Words.Number(most)} {(most == 1 ? $"{one} is" : "are")} allowed", nextMove);

    private LimitBreach Reserved(string what, string name, string nextMove) =>
        PrefixOf(name) is { } prefix
            ? new($"{what} begins with '{prefix}'", $"{vendor.Title} keeps such names for itself", nextMove)
            : new($"{what} is used", $"{vendor.Title} keeps it for itself", nextMove);

    private string? PrefixOf(string name) =>
        limits.ReservedPrefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static string Shown(string name) => name.Length <= 60 ? name : $"{name[..57]}…";
}

/// <summary>One thing of a hit that its vendor will not take.</summary>
/// <param name="What">What it is, in a sentence's beginning: <c>the value of 'coupon' has 130 characters</c>.</param>
/// <param name="Limit">What the vendor takes, as the sentence's end: <c>100 are allowed</c>.</param>
/// <param name="NextMove">What to do about it.</param>
internal sealed record LimitBreach(string What, string Limit, string NextMove);

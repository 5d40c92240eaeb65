using MicroConvQA.Decoding;
using MicroConvQA.Matching.Conditions;
using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Faults;

/// <summary>
/// Changes one fact of a hit in the bytes of its request: every place that could hold it is tried, the request is decoded again, and the
/// first that changes what was meant and nothing else is taken.
/// </summary>
internal sealed class RequestRewriter(TrafficDecoder decoder)
{
    private readonly Dictionary<CapturedRequest, IReadOnlyList<WireNode>> nodes = new(ReferenceEqualityComparer.Instance);

    /// <summary>The target with another value of a parameter; null where no place in the request does that alone.</summary>
    public CarriedHit? Set(CarriedHit target, string label, JToken value) =>
        First(
            target,
            Holding(target, Text(target, label)).SelectMany(node => Replaced(node, Text(target, label), value)),
            Changes(target, label, found => found is not null)
        );

    /// <summary>The target with an empty text in place of a parameter's value.</summary>
    public CarriedHit? Empty(CarriedHit target, string label) =>
        First(
            target,
            Holding(target, Text(target, label)).SelectMany(node => Replaced(node, Text(target, label), new JValue(""))),
            Changes(target, label, found => found is null)
        );

    /// <summary>The target without a parameter.</summary>
    public CarriedHit? Remove(CarriedHit target, string label) => Everywhere(target, label, (node, text) => Removed(node, text));

    /// <summary>The target with a parameter under another name.</summary>
    public CarriedHit? Rename(CarriedHit target, string label) =>
        Everywhere(target, label, (node, text) => ValueTypes.TextOf(node.Value) == text ? [node.Renamed($"{node.Name}_1")] : []);

    /// <summary>The target without its last item, or without all of them.</summary>
    public CarriedHit? RemoveItems(CarriedHit target, string list, int from)
    {
        var rest = target;
        while (rest is not null && rest.View.Items > from)
        {
            var last = $"{list}[{rest.View.Items - 1}].";
            var (before, count) = (rest, rest.View.Items);
            rest = First(before, ItemNodes(before, last).Select(node => node.Without()), after =>
                after.View.Items == count - 1
                && after.Hit.Unread.Count <= before.Hit.Unread.Count
                && after.View.DiffersOnlyIn(before.View, label => label.StartsWith(last, StringComparison.Ordinal))
            );
        }
        return rest;
    }

    /// <summary>The target under another event name.</summary>
    public CarriedHit? Name(CarriedHit target, string name) =>
        First(target, Holding(target, target.Hit.Event).SelectMany(node => Replaced(node, target.Hit.Event, name)), after =>
            after.Hit.Event == name || after.Hit.Event != target.Hit.Event
        );

    /// <summary>The target with another text where a fact stands that is no parameter.</summary>
    public CarriedHit? SetFact(CarriedHit target, string text, string instead, Func<Hit, bool> isDone) =>
        First(target, Holding(target, text).SelectMany(node => Replaced(node, text, instead)), after =>
            isDone(after.Hit) && after.View.DiffersOnlyIn(target.View, _ => false)
        );

    /// <summary>The target with fields changed that are known by name.</summary>
    public CarriedHit? SetField(CarriedHit target, string name, Func<string, string?> change, Func<Hit, bool> isDone) =>
        First(
            target,
            NodesOf(target)
                .Where(node => node.Name == name && node.Value is JValue)
                .Select(node => change(ValueTypes.TextOf(node.Value)) is { } text ? node.With(new JValue(text)) : node.Without()),
            after => isDone(after.Hit)
        );

    /// <summary>The target with one more parameter beside one that is there.</summary>
    public CarriedHit? Add(CarriedHit target, string suffix, string value) =>
        First(
            target,
            target
                .View.Labels.OrderBy(label => target.View.Find(label)!.Type != JTokenType.String)
                .Take(6)
                .SelectMany(label => Holding(target, Text(target, label)))
                .Select(node => node.Beside(node.Name + suffix, value)),
            after =>
                after.View.DiffersOnlyIn(target.View, _ => false)
                && after
                    .Hit.Parameters.Descendants()
                    .Concat(after.Hit.Items.SelectMany(item => item.Descendants()))
                    .OfType<JValue>()
                    .Any(one => ValueTypes.TextOf(one) == value)
        );

    /// <summary>The request without a hit, which carries others; null where no place in it holds that hit alone.</summary>
    public DecodedRequest? Drop(CarriedHit target)
    {
        List<Hit> others = [.. target.Carrier.Hits.Where(hit => hit.Line != target.Hit.Line)];
        return NodesOf(target)
            .Where(node => node.Value is JObject)
            .Select(node => node.Without())
            .Concat(WireNodes.WithoutLines(target.Carrier.Request))
            .Select(decoder.Decode)
            .FirstOrDefault(left =>
                left.Problem is null && left.Hits.Count == others.Count && left.Hits.Zip(others, CarriedHit.IsLike).All(isLike => isLike)
            );
    }

    private static Func<CarriedHit, bool> Changes(CarriedHit before, string label, Func<JToken?, bool> isMeant) =>
        after =>
            HitView.Text(after.View.Find(label)) != HitView.Text(before.View.Find(label))
            && isMeant(after.View.Find(label))
            && after.View.DiffersOnlyIn(before.View, other => other == label)
            && after.Hit.Event == before.Hit.Event;

    /// <summary>
    /// Takes a fact away. Some vendors send one fact in two places, and where the first is gone the second speaks: both are changed then.
    /// </summary>
    private CarriedHit? Everywhere(CarriedHit target, string label, Func<WireNode, string, IEnumerable<CapturedRequest>> change)
    {
        IEnumerable<CapturedRequest> Candidates(CarriedHit at) =>
            Holding(at, Text(at, label)).SelectMany(node => change(node, Text(at, label)));
        var isGone = Changes(target, label, found => found is null);
        if (First(target, Candidates(target), isGone) is { } alone)
            return alone;
        return Candidates(target)
            .Select(request => target.In(decoder.Decode(request)))
            .Where(first => first is not null && first.Hit.Event == target.Hit.Event && first.View.DiffersOnlyIn(target.View, _ => false))
            .Select(first => First(first!, Candidates(first!), isGone))
            .FirstOrDefault(both => both is not null);
    }

    private CarriedHit? First(CarriedHit target, IEnumerable<CapturedRequest> candidates, Func<CarriedHit, bool> isDone) =>
        candidates.Select(request => target.In(decoder.Decode(request))).FirstOrDefault(after => after is not null && isDone(after));

    /// <summary>The places that hold a text, whole first; then those that hold it as a part, such as the tokens of an item.</summary>
    private IEnumerable<WireNode> Holding(CarriedHit target, string text)
    {
        var leaves = NodesOf(target)
            .Where(node => node.Value is JValue && ValueTypes.TextOf(node.Value).Contains(text, StringComparison.Ordinal));
        return leaves.OrderBy(node => ValueTypes.TextOf(node.Value) != text);
    }

    private IEnumerable<WireNode> ItemNodes(CarriedHit target, string item)
    {
        var texts = target
            .View.Labels.Where(label => label.StartsWith(item, StringComparison.Ordinal))
            .Select(label => Text(target, label))
            .ToList();
        return NodesOf(target)
            .Where(node => node.Value is JObject || ValueTypes.TextOf(node.Value).Contains('~', StringComparison.Ordinal))
            .Where(node =>
                texts.TrueForAll(text => node.Value.ToString(Newtonsoft.Json.Formatting.None).Contains(text, StringComparison.Ordinal))
            )
            .Reverse();
    }

    private IReadOnlyList<WireNode> NodesOf(CarriedHit target)
    {
        if (!nodes.TryGetValue(target.Carrier.Request, out var found))
            nodes.Add(target.Carrier.Request, found = WireNodes.Of(target.Carrier.Request));
        return found;
    }

    private static IEnumerable<CapturedRequest> Replaced(WireNode node, string text, JToken value)
    {
        var whole = ValueTypes.TextOf(node.Value);
        if (whole == text)
            return [node.With(value)];
        return Tokens(whole, text)
            .Select(token =>
                node.With(new JValue(string.Join('~', [.. token.Before, token.Key + ValueTypes.TextOf(value), .. token.After])))
            )
            .Concat(
                whole.Contains('~', StringComparison.Ordinal)
                    ? []
                    : [node.With(new JValue(whole.Replace(text, ValueTypes.TextOf(value), StringComparison.Ordinal)))]
            );
    }

    private static IEnumerable<CapturedRequest> Removed(WireNode node, string text)
    {
        var whole = ValueTypes.TextOf(node.Value);
        return whole == text
            ? [node.Without()]
            : Tokens(whole, text).Select(token => node.With(new JValue(string.Join('~', [.. token.Before, .. token.After]))));
    }

    /// <summary>An item in one field is made of tokens of a short key and a value, which a tilde parts.</summary>
    private static IEnumerable<(IEnumerable<string> Before, string Key, IEnumerable<string> After)> Tokens(string whole, string text)
    {
        var tokens = whole.Split('~');
        return tokens.Length < 2
            ? []
            : tokens
                .Select((token, place) => (token, place))
                .Where(found => found.token.Length == text.Length + 2 && found.token.EndsWith(text, StringComparison.Ordinal))
                .Select(found => (tokens.Take(found.place), found.token[..2], tokens.Skip(found.place + 1)));
    }

    private static string Text(CarriedHit target, string label) => ValueTypes.TextOf(target.View.Find(label)!);
}

using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Decoding;
using MicroConvQA.Decoding.Recognition;
using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;
using MicroConvQA.Recording;
using MicroConvQA.Vendors;
using Claim = MicroConvQA.Matching.Claim;

namespace MicroConvQA.Judging.Causes;

/// <summary>
/// Tells a vendor's script that switched itself off, because it took the browser for a robot's, from one that missed an event: such a
/// script sends nothing at all in the whole walk while others send, and there is evidence that it looked.
/// </summary>
internal sealed class Suppression(CaseFile file)
{
    private readonly Lazy<DecoderSet> decoders = new(() => StandardDecoders.All.WithDeclared(file.Configuration.Vendors));
    private readonly Dictionary<string, Finding?> found = [];

    /// <summary>The finding that stands for every expectation at the claim's destination; null = nothing proves it.</summary>
    public Finding? Of(Claim claim)
    {
        if (!found.TryGetValue(claim.Destination.Name, out var about))
            found[claim.Destination.Name] = about = About(claim.Destination);
        return about is null
            ? null
            : about with
            {
                StepIndex = claim.StepIndex,
                Place = claim.Expectation.Place,
                Conversion = claim.Conversion.Name,
            };
    }

    /// <summary>The likely cause and the next move where it may be so and nothing proves it; null = nothing points to it.</summary>
    public (string Cause, string NextMove)? Possible(Claim claim) =>
        FilterAt(claim.Destination) is { Webdriver: true } filter
        && IsAlone(claim.Destination)
        && file.Recording.BotChecks is [var check, ..]
            ? (
                $"{claim.Destination.Title}'s own script sends nothing where navigator.webdriver is true ({filter.Source}), and a script of the page asked for that "
                    + $"({Asker(check)}); whether it was {claim.Destination.Title}'s cannot be told.",
                $"Walk it once with {Hidden}: if it is sent then, that was the reason. Else look at the tag of {claim.Destination.Title}."
            )
            : null;

    private string Hidden =>
        $"\"automation\": {{ \"{file.Recording.Walk.Device}\": \"hidden\" }} under 'microconv' in {file.Configuration.Source.File}";

    private bool IsHonest => string.Equals(file.Recording.RanOn.Automation, nameof(Automation.Honest), StringComparison.OrdinalIgnoreCase);

    private BotFilter? FilterAt(Destination destination) => decoders.Value.Find(destination.Vendor)?.Vendor.BotFilter;

    /// <summary>Whether nothing of the vendor was sent or tried in the whole walk although others sent events.</summary>
    private bool IsAlone(Destination destination) =>
        !file.Traffic.Any(request => request.Vendor == destination.Vendor && (request.Hits.Count > 0 || request.Problem is not null))
        && Events() > 0;

    private int Events() => file.Traffic.SelectMany(request => request.Hits).Count(hit => hit.Role == HitRole.Event);

    private Finding? About(Destination destination)
    {
        if (FilterAt(destination) is not { } filter || !IsAlone(destination))
            return null;
        var evidence = Announced(filter) ?? Asked(filter) ?? Looked(filter);
        return evidence is null
            ? null
            : new Finding
            {
                Kind = FindingKind.Suppressed,
                Message =
                    $"{destination.Title}: its script switched itself off because it took the browser for a robot's; nothing that is expected there can be told.",
                Place = file.Journey.Place,
                Destination = destination.Name,
                Expected = $"{Words.Count(ExpectedAt(destination), "hit")} of the journey's at {destination.Title}",
                Found = $"none in the whole walk, though {Words.Count(Events(), "event")} went elsewhere; {evidence}",
                LikelyCause =
                    filter.Webdriver && IsHonest
                        ? $"The walk does not hide that a program drives the browser, and {destination.Title}'s script sends nothing then ({filter.Source})."
                        : $"{destination.Title}'s script sends nothing from browsers that call themselves so ({filter.Source}).",
                NextMove = NextMove(filter),
            };
    }

    private int ExpectedAt(Destination destination) =>
        file
            .Match.Claims.Where(claim => claim.Claim.Mode == ClaimMode.Required && claim.Claim.Destination.Name == destination.Name)
            .Sum(claim => claim.Claim.Expectation.Times.AtLeast);

    private string NextMove(BotFilter filter)
    {
        var ours =
            filter.Webdriver && IsHonest
                ? $"Say {Hidden}, so that the page cannot tell"
                : "Walk on a device whose user agent names no robot";
        return filter.Remedy is { } theirs ? $"{ours}, or {theirs}." : $"{ours}.";
    }

    private string? Announced(BotFilter filter) =>
        filter.Announcement is { } beginning
        && file.Recording.Console.FirstOrDefault(line => line.Text.StartsWith(beginning, StringComparison.Ordinal)) is { } line
            ? $"the page's console says so: '{ConsoleLine.FirstLineOf(line.Text).TrimEnd('.')}'"
            : null;

    private string? Asked(BotFilter filter) =>
        filter.Webdriver
        && file.Recording.BotChecks?.FirstOrDefault(check => check.Initiator is [var asker, ..] && IsIts(filter, asker.Url)) is { } check
            ? $"its script asked whether a program drives the browser ({Asker(check)}) and was told that one does"
            : null;

    private string? Looked(BotFilter filter) =>
        file.Recording.Scripts.FirstOrDefault(url => IsIts(filter, url)) is { } script && MarkOf(filter) is { } mark
            ? $"its script {Senders.Script(script)} was loaded, and the browser calls itself '{mark}'"
            : null;

    /// <summary>The robot's name in what the browser told every server of itself.</summary>
    private string? MarkOf(BotFilter filter) =>
        file
            .Recording.Requests.Select(request =>
                string.Concat(
                    request
                        .Headers.Where(header => header.Key.ToLowerInvariant() is "user-agent" or "sec-ch-ua")
                        .Select(header => header.Value)
                )
            )
            .FirstOrDefault(looks => looks.Length > 0)
            is { } looks
            ? filter.UserAgents.FirstOrDefault(mark => looks.Contains(mark, StringComparison.OrdinalIgnoreCase))
            : null;

    private static bool IsIts(BotFilter filter, string url) => filter.Scripts.Any(pattern => new UrlGlob(pattern).Matches(url));

    private static string Asker(BotCheck check) => check.Initiator is [var frame, ..] ? Senders.Frame(frame) : "an unknown one";
}

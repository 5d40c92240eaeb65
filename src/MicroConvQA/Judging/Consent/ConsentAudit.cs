using MicroConvQA.Attribution;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging.Consent;

/// <summary>Holds every hit against the consent that was in force when it was sent.</summary>
internal sealed class ConsentAudit(CaseFile file)
{
    /// <summary>
    /// Whether a hit went where the consent at that moment did not allow it, so that nothing else needs to be said of it.
    /// </summary>
    public static bool Covers(CaseFile file, LedgerHit hit) => Covers(file, hit.Attributed, hit.Destination);

    /// <summary>
    /// One finding for each event at each destination, and one for each other property of a destination's vendor, however often it was
    /// sent.
    /// </summary>
    public IEnumerable<Finding> Findings() => Breaches().Concat(BreachesElsewhere()).Concat(WrongSignals());

    private static bool Covers(CaseFile file, AttributedHit hit, Destination destination)
    {
        var request = hit.Hit.Request;
        return destination.Needs is Need.Analytics or Need.Ads
            && request.Transport != Transport.DataLayer
            && request.Fate != RequestFate.NotDelivered
            && !file.Consent.At(request.At).Allows(destination)
            && !KnownTo(file, hit, file.Tolerances.ConsentTold).Allows(destination);
    }

    private IEnumerable<Finding> Breaches() =>
        file
            .Match.Hits.Where(hit => Covers(file, hit))
            .GroupBy(hit => (hit.Destination.Name, Event: NameOf(hit), Answered: file.Consent.IsAnswered(hit.Attributed.Hit.Request.At)))
            .Select(group => Breach([.. group], group.Key.Event, group.Key.Answered));

    private Finding Breach(List<LedgerHit> hits, string name, bool answered)
    {
        var (first, destination) = (hits[0], hits[0].Destination);
        var need = ConsentTo(destination);
        return From(hits) with
        {
            Kind = answered ? FindingKind.AgainstConsent : FindingKind.BeforeConsent,
            Message =
                $"{name} at {destination.Title}: sent {Words.Times(hits.Count)} {file.InStep(first.StepIndex)}{WhyNot(destination, first.Attributed.Hit.Request.At, answered)}",
            Expected = $"nothing, while consent to {need} is not given",
            LikelyCause = CauseOf(first.Attributed.Hit.Request),
            NextMove = answered
                ? $"Let the tag of {destination.Title} fire only when consent to {need} is given, and stop it when consent is refused or withdrawn."
                : $"Load the tag of {destination.Title} after the answer, or let its trigger wait for consent to {need}.",
        };
    }

    private string WhyNot(Destination destination, TimeSpan sent, bool answered) =>
        answered
            ? $", though consent '{file.Consent.At(sent).Name}' does not grant {ConsentTo(destination)}, which {destination.Title} needs."
            : $", before the consent question was answered; {destination.Title} needs consent to {ConsentTo(destination)}.";

    private static string? CauseOf(CapturedRequest request) =>
        request.Initiator.Count > 0 ? $"It was sent as {Senders.Of(request)}, without asking for the consent state." : null;

    private static string ConsentTo(Destination destination) => destination.Needs == Need.Ads ? "ads" : "analytics";

    /// <summary>A second pixel on the page needs the consent that its vendor needs, though nothing is expected of it.</summary>
    private IEnumerable<Finding> BreachesElsewhere() =>
        file
            .Match.AtOtherAccounts.Where(hit =>
                file.Events.DestinationsOf(hit.Hit.Vendor).All(destination => Covers(file, hit, destination))
            )
            .GroupBy(hit => (hit.Hit.Vendor, hit.Hit.Account, Answered: file.Consent.IsAnswered(hit.Hit.Request.At)))
            .Select(group => BreachElsewhere([.. group], file.Events.DestinationsOf(group.Key.Vendor).First(), group.Key.Answered));

    private Finding BreachElsewhere(List<AttributedHit> hits, Destination own, bool answered)
    {
        var (first, step) = (hits[0].Hit, hits[0].StepIndex);
        var account = first.Account is { } named ? $"'{named}'" : "no account";
        List<int> requests = [.. hits.Select(hit => hit.Hit.Request.Number).Distinct()];
        return new()
        {
            Kind = answered ? FindingKind.AgainstConsent : FindingKind.BeforeConsent,
            Message =
                $"{Words.List([.. hits.Select(hit => hit.Hit.Event).Distinct().Take(4)])} at {account}, another property than {own.Title}'s '{own.Account}': "
                + $"sent {Words.Times(hits.Count)} {file.InStep(step)}{WhyNot(own, first.Request.At, answered)}",
            StepIndex = step,
            Place = file.PlaceOf(step),
            Destination = own.Name,
            Expected = $"nothing, while consent to {ConsentTo(own)} is not given",
            Found = $"{Words.Count(hits.Count, "hit")} ({Words.Requests(requests)})",
            Requests = requests,
            LikelyCause = CauseOf(first.Request),
            NextMove =
                $"Find what loads the tag of {account}: let it wait for consent to {ConsentTo(own)} as that of {own.Title} does, or remove it. "
                + "Where it needs none, declare it as a destination of its own with \"needs\": \"nothing\".",
        };
    }

    private IEnumerable<Finding> WrongSignals() =>
        file
            .Match.Hits.Where(hit =>
                hit.Destination.Needs == Need.ConsentMode && hit.Attributed.Hit.Request.Transport != Transport.DataLayer
            )
            .Where(hit => hit.Attributed.Hit.Request.Fate != RequestFate.NotDelivered && hit.Uncounted != Uncounted.ByDesign)
            .Select(hit => (Hit: hit, Problem: ProblemOf(hit)))
            .Where(hit => hit.Problem is not null)
            .GroupBy(hit => (hit.Hit.Destination.Name, hit.Problem, Answered: file.Consent.IsAnswered(hit.Hit.Attributed.Hit.Request.At)))
            .Select(group => WrongSignal([.. group.Select(hit => hit.Hit)], group.Key.Problem!, group.Key.Answered));

    private Finding WrongSignal(List<LedgerHit> hits, Problem problem, bool answered)
    {
        var (first, destination) = (hits[0], hits[0].Destination);
        var names = Words.List([.. hits.Select(NameOf).Distinct().Take(4)]);
        return From(hits) with
        {
            Kind = answered || first.Attributed.Hit.Consent is null ? FindingKind.AgainstConsent : FindingKind.BeforeConsent,
            Message = $"{names} at {destination.Title}: {problem.Text} {file.InStep(first.StepIndex)}.",
            Expected = $"a consent signal that agrees with the consent '{file.Consent.At(first.Attributed.Hit.Request.At).Name}'",
            Found = first.Attributed.Hit.Consent is { } signal
                ? $"{Words.Count(hits.Count, "hit")} with {signal.Raw}"
                : $"{Words.Count(hits.Count, "hit")} without a signal",
            LikelyCause = CauseOf(first.Attributed.Hit, problem.Statement),
            NextMove = "Set the consent default before the tag's configuration and send the update as soon as the question is answered.",
        };
    }

    /// <summary>The letters of <c>gcd</c> tell the default from the update.</summary>
    private string CauseOf(Hit hit, ConsentStatement? statement)
    {
        if (statement is null)
            return "No consent default was set before the tag was configured.";
        if (statement.Field is { } field)
            return $"gcd of the same hit says the opposite. Google's tags write {field} and gcd from one state: another script writes the hit, or something changes it on its way.";
        var history = hit.Consent!.History.FirstOrDefault(purpose => purpose.Purpose == statement.Purpose);
        return history switch
        {
            { Update: true } => $"The update is wrong: it grants {history.Purpose} (letter '{history.Letter}' of gcd).",
            { Update: false } => $"The update is wrong: it denies {history.Purpose} (letter '{history.Letter}' of gcd).",
            { Default: true } =>
                $"The default is wrong: it grants {history.Purpose}, and no update followed (letter '{history.Letter}' of gcd).",
            { Default: false } when LateUpdate(hit) is { } late => late,
            { Default: false } =>
                $"The default denies {history.Purpose}, and no update has followed (letter '{history.Letter}' of gcd): it did not reach the tag, or came after the event.",
            _ => "The consent update did not reach the tag, or came after the event.",
        };
    }

    /// <summary>The page's data layer tells whether an update came at all, and for how long the tag was told to wait for it.</summary>
    private string? LateUpdate(Hit hit)
    {
        var commands = file
            .Traffic.SelectMany(request => request.Hits)
            .Where(command =>
                command.Request.Transport == Transport.DataLayer && command.Event == "consent" && command.Request.Visit == hit.Request.Visit
            )
            .ToList();
        var update = commands.Find(command => (string?)command.Parameters["command"] == "update" && command.Request.At > hit.Request.At);
        if (update is null)
            return null;
        var wait = commands
            .FindLast(command => (string?)command.Parameters["command"] == "default" && command.Request.At <= hit.Request.At)
            ?.Parameters["wait_for_update"];
        return $"The update came {Words.Seconds(update.Request.At - hit.Request.At)} after the hit had left with the default, "
            + (wait is null ? "which names no wait_for_update." : $"whose wait_for_update is {wait} ms.");
    }

    private Problem? ProblemOf(LedgerHit hit)
    {
        if (hit.Attributed.Hit.Consent is not { IsSilent: false } signal)
            return new Problem("the hit does not say which consent is in force", null);
        var sent = hit.Attributed.Hit.Request.At;
        List<ConsentPreset> states =
        [
            file.Consent.At(sent),
            KnownTo(file, hit.Attributed, file.Tolerances.ConsentUpdate),
            file.Consent.At(hit.Attributed.Earliest),
        ];
        var wrong = signal
            .States.Concat(signal.Besides)
            .FirstOrDefault(one => states.TrueForAll(state => state.Grants.Contains(NeedOf(one.Purpose)) != one.Granted));
        return wrong is null ? null : new Problem(Disagreement(wrong, states[0]), wrong);
    }

    private static string Disagreement(ConsentStatement wrong, ConsentPreset state) =>
        $"the hit says{(wrong.Field is { } field ? $" by {field}" : "")} that {wrong.Purpose} is {(wrong.Granted ? "granted" : "denied")}, "
        + $"though consent '{state.Name}' {(wrong.Granted ? "does not grant it" : "grants it")}";

    private static Need NeedOf(string purpose) => purpose == "analytics_storage" ? Need.Analytics : Need.Ads;

    private static ConsentPreset KnownTo(CaseFile file, AttributedHit hit, TimeSpan delay) =>
        file.Consent.KnownAt(hit.Hit.Request.At, file.Recording.Visits.FirstOrDefault(visit => visit.Number == hit.Visit)?.From, delay);

    private Finding From(List<LedgerHit> hits) =>
        new()
        {
            Kind = FindingKind.AgainstConsent,
            Message = "",
            StepIndex = hits[0].StepIndex,
            Place = file.PlaceOf(hits[0].StepIndex),
            Conversion = file.ConversionOf(hits[0])?.Name,
            Destination = hits[0].Destination.Name,
            Expected = "",
            Found = $"{Words.Count(hits.Count, "hit")} ({Words.Requests([.. hits.Select(hit => hit.Request).Distinct()])})",
            Requests = [.. hits.Select(hit => hit.Request).Distinct()],
            NextMove = "",
        };

    private string NameOf(LedgerHit hit) => file.ConversionOf(hit)?.Name ?? hit.Attributed.Hit.Event;

    /// <param name="Text">What is wrong with a signal.</param>
    /// <param name="Statement">What of it is wrong; null = it says nothing.</param>
    private sealed record Problem(string Text, ConsentStatement? Statement);
}

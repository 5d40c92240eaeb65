using MicroConvQA.Attribution;
using MicroConvQA.Decoding;
using MicroConvQA.Journeys.Conditions;
using MicroConvQA.Judging.Counting;
using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;
using MicroConvQA.Matching.Conditions;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging.Causes;

/// <summary>Looks in the rest of the traffic for the reason why a hit is missing.</summary>
internal sealed class MissingCause(CaseFile file, Explanations explanations)
{
    private const string Uncaught = "exception";

    private const string Survive =
        "Send it in a way that survives leaving the page, such as a beacon or a fetch with keepalive, and look at what refused it.";

    /// <summary>The likely cause and what to do about it.</summary>
    public (string Cause, string NextMove) Of(PairedClaim paired) =>
        OfHit(paired.Claim)
        ?? MayNotHaveLeft(paired.Claim)
        ?? Refused(paired.Claim)
        ?? LostAfterPush(paired)
        ?? OnlyHere(paired)
        ?? Nowhere(paired);

    private (string, string)? OfHit(Claim claim) =>
        NeverLeft(claim) ?? OtherAccount(claim) ?? OtherName(claim) ?? OtherValue(claim) ?? SameId(claim);

    private (string, string)? NeverLeft(Claim claim)
    {
        var tried = AtDestination(claim)
            .FirstOrDefault(hit =>
                hit.Uncounted == Uncounted.NotDelivered
                && IsOf(claim, hit.Attributed)
                && explanations.Explains(hit.Attributed.Hit, HitExplanation.NotDelivered)
            );
        return tried is null
            ? null
            : ($"It was tried but never left the browser (request {tried.Request}{Remark(tried.Attributed.Hit.Request)}).", Survive);
    }

    /// <summary>Of what it did not send, not every browser shows the body.</summary>
    private (string, string)? MayNotHaveLeft(Claim claim)
    {
        var tried = file.Traffic.FirstOrDefault(request =>
            request.Problem is not null
            && !request.HidesHits
            && request.Vendor == claim.Destination.Vendor
            && request.Request.StepIndex >= claim.StepIndex
        );
        return tried is null
            ? null
            : (
                $"A request to {claim.Destination.Title} was tried and never left the browser (request {tried.Request.Number}{Remark(tried.Request)}). What was in it is not known; it may have been this.",
                Survive
            );
    }

    private (string, string)? OtherAccount(Claim claim)
    {
        var other = file.Match.AtOtherAccounts.FirstOrDefault(hit =>
            hit.Hit.Vendor == claim.Destination.Vendor && IsOf(claim, hit) && !explanations.Explains(hit.Hit, HitExplanation.OtherProperty)
        );
        return other is null
            ? null
            : (
                $"It went to {(other.Hit.Account is { } account ? $"the account {account}" : "no account")} instead of {claim.Destination.Account} "
                    + $"(request {other.Hit.Request.Number}).",
                $"Put the account of this environment into the tag, or correct the account of '{claim.Destination.Name}' in {file.Configuration.Source.File}."
            );
    }

    private (string, string)? OtherName(Claim claim)
    {
        var near = AtDestination(claim)
            .Where(hit => hit.Uncounted == Uncounted.No && hit.Attributed.CanBelongTo(claim.StepIndex))
            .Select(hit => hit.Attributed.Hit)
            .FirstOrDefault(hit => hit.Event != claim.At.Event && IsNear(hit.Event, claim.At.Event) && IsUnknown(claim, hit));
        return near is null
            ? null
            : (
                $"An event named '{near.Event}' was sent instead (request {near.Request.Number}); its name is expected to be '{claim.At.Event}'.",
                "Rename the event in the tag, or its name at this destination in the dictionary."
            );
    }

    /// <summary>An event of the right name that lacks the value by which the dictionary tells it from others of that name.</summary>
    private (string, string)? OtherValue(Claim claim)
    {
        var near = AtDestination(claim)
            .FirstOrDefault(hit =>
                hit.Uncounted == Uncounted.No
                && hit.Attributed.CanBelongTo(claim.StepIndex)
                && hit.Attributed.Hit.Event == claim.At.Event
                && IsUnknown(claim, hit.Attributed.Hit)
            );
        if (near is null)
            return null;
        var wrong = claim.At.Where.First(value =>
            HitParameters.At(near.Attributed.Hit.Parameters, value.Key) is not { } sent || !ValueTypes.AreEqual(value.Value, sent)
        );
        var found = ConditionWords.Found(HitParameters.At(near.Attributed.Hit.Parameters, wrong.Key)) ?? "absent";
        return (
            $"A '{claim.At.Event}' was sent (request {near.Request}), but its {wrong.Key} is {found} and not {ValueText.Of(wrong.Value)}, "
                + "by which the dictionary tells it from others of that name.",
            $"Correct {wrong.Key} in the tag of {claim.Destination.Title}, or 'where' in the dictionary."
        );
    }

    /// <summary>An event that the vendor takes for a copy of an earlier one, because the page gave both the same id.</summary>
    private (string, string)? SameId(Claim claim)
    {
        var copy = AtDestination(claim).FirstOrDefault(hit => hit.Uncounted == Uncounted.SameEventId && IsOf(claim, hit.Attributed));
        return copy is null
            ? null
            : (
                $"It was sent (request {copy.Request}) with the event id of request {copy.Original!.Request.Number}, so {claim.Destination.Title} takes it for a copy.",
                "Make a new id for each event, at the moment in which it is pushed."
            );
    }

    /// <summary>A vendor that was sent something afterwards was not kept from it by what it refused.</summary>
    private (string, string)? Refused(Claim claim)
    {
        var unread = file.Traffic.FirstOrDefault(request =>
            request.Vendor == claim.Destination.Vendor
            && request.Hits.Count == 0
            && request.Request.Status >= 400
            && !AtDestination(claim).Any(hit => hit.Uncounted == Uncounted.No && hit.Attributed.Hit.Request.At > request.Request.At)
        );
        return unread is null
            ? null
            : (
                $"{claim.Destination.Title} answered request {unread.Request.Number} with {unread.Request.Status}.",
                $"Look at what {claim.Destination.Title} refused, and at its key or account in the tag."
            );
    }

    private (string, string)? LostAfterPush(PairedClaim paired)
    {
        var claim = paired.Claim;
        var pushes = file.PushesOf(claim.Conversion).Where(hit => hit.Request.StepIndex == claim.StepIndex).ToList();
        if (pushes.Count <= paired.Hits.Count || claim.Destination.Vendor == pushes[0].Vendor)
            return null;
        var look =
            $"Look at the tag of {claim.Destination.Title}: its trigger, its consent setting and whether it was loaded when the push came.";
        if (paired.Hits.Count > 0)
            return (
                $"The page pushed it to its data layer {Words.Times(pushes.Count)} ({Words.List([.. pushes.Select(push => Senders.Of(push.Request))])}), "
                    + $"but it was sent on to {claim.Destination.Title} only {Words.Times(paired.Hits.Count)}.",
                look
            );
        var push = pushes[0].Request;
        var pushed = $"The page pushed it to its data layer ({Senders.Of(push)})";
        return LeftAfter(push) is { } stay
            ? (
                $"{pushed} and was left {Words.Seconds(stay)} later, before anything was sent on to {claim.Destination.Title}.",
                $"Have {claim.Destination.Title} sent at once and by beacon where a page is about to be left: an SDK that queues its events may lose them there."
            )
            : ($"{pushed}, but nothing was sent on to {claim.Destination.Title}.", look);
    }

    /// <returns>How long the page stayed after it; null where that was long enough for any SDK to take an event.</returns>
    private TimeSpan? LeftAfter(CapturedRequest push)
    {
        var stay = file.Recording.Visits.FirstOrDefault(visit => visit.Number == push.Visit)?.To - push.At;
        return stay < file.Tolerances.ShortStay ? stay : null;
    }

    private (string, string)? OnlyHere(PairedClaim paired)
    {
        var claim = paired.Claim;
        var others = file
            .Match.Claims.Where(other => other.Claim.ExpectationIndex == claim.ExpectationIndex && other.Hits.Count > paired.Hits.Count)
            .Select(other => other.Claim.Destination.Title)
            .ToList();
        return others.Count == 0
            ? null
            : (
                $"It reached {Words.List(others)}{(paired.Hits.Count == 0 ? "" : " more often")}, so the shopper's action was noticed and only the way to {claim.Destination.Title} is broken.",
                $"Look at the tag of {claim.Destination.Title}: its trigger, its consent setting and whether its script was loaded."
            );
    }

    private (string, string) Nowhere(PairedClaim paired)
    {
        var (claim, isSome) = (paired.Claim, paired.Hits.Count > 0);
        var seen = $"No destination saw it{(isSome ? $" more than {Words.Times(paired.Hits.Count)}" : "")}";
        return ErrorIn(claim.StepIndex) is { } error
            ? (
                $"{seen}, and the page reported an error meanwhile: {error}.",
                "Repair the error first: code that stops there never comes to its tracking."
            )
            : (
                $"{seen}: the page's code did not notice {(isSome ? "each of the shopper's actions" : "the shopper's action")}.",
                $"Do the step by hand and watch the data layer: {claim.Conversion.Trigger.TrimEnd('.')} must cause it{(isSome ? " each time" : "")}."
            );
    }

    /// <summary>What else was seen from the destination in the step, so that one sees whether it is alive.</summary>
    public string SeenBeside(Claim claim)
    {
        var others = AtDestination(claim).Where(hit => hit.Uncounted == Uncounted.No).ToList();
        var inStep = others.Where(hit => hit.Attributed.CanBelongTo(claim.StepIndex)).ToList();
        return (inStep.Count, others.Count) switch
        {
            (0, 0) => $"nothing else came from {claim.Destination.Title} in the whole walk",
            (0, var all) => $"{claim.Destination.Title} was sent {Words.Count(all, "other hit")} in the walk, none in this step",
            _ =>
                $"{(file.IsWhole ? $"in {Words.WholeStepTitle}" : "in this step")} {claim.Destination.Title} was sent {Words.List([.. inStep.GroupBy(hit => hit.Attributed.Hit.Event).Take(6).Select(Named)])}",
        };
    }

    private IEnumerable<LedgerHit> AtDestination(Claim claim) => file.HitsAt(claim.Destination);

    private bool IsUnknown(Claim claim, Hit hit) => file.Events.ConversionsOf(claim.Destination, hit).Count == 0;

    /// <summary>Whether it may be what is missing: what became of the same event in another step is no cause here.</summary>
    private bool IsOf(Claim claim, AttributedHit hit) => hit.CanBelongTo(claim.StepIndex) && file.Events.IsEventOf(claim, hit.Hit);

    private static string Named(IGrouping<string, LedgerHit> hits) =>
        hits.Count() == 1 ? hits.Key : $"{hits.Key} ({Words.Times(hits.Count())})";

    private static string Remark(CapturedRequest request) => request.Remark is { } remark ? $": {remark.TrimEnd('.')}" : "";

    private string? ErrorIn(int step)
    {
        var from = file.Recording.Steps.FirstOrDefault(recorded => recorded.Index == step)?.StartedAt;
        var to = file.Recording.Steps.FirstOrDefault(recorded => recorded.Index == step)?.FinishedAt ?? TimeSpan.MaxValue;
        // An uncaught error stops the code; of what a page only reports, much is harmless.
        return
            file
                .Recording.Console.Where(line => line.Level is Uncaught or "error" && line.At >= from && line.At <= to)
                .MinBy(line => line.Level != Uncaught)
                is { } line
            ? $"'{line.Text.Split('\n')[0].TrimEnd('.')}'"
            : null;
    }

    /// <summary>Equal but for case and separators, or one slip of the finger apart.</summary>
    private static bool IsNear(string one, string other) => Bare(one) == Bare(other) || IsOneSlip(Bare(one), Bare(other));

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static bool IsOneSlip(string one, string other)
    {
        if (one.Length < 5 || Math.Abs(one.Length - other.Length) > 1)
            return false;
        var same = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        var (left, right) = (one[same..], other[same..]);
        return left.Length == right.Length ? left.Length > 0 && (left[1..] == right[1..] || IsSwap(left, right))
            : left.Length > right.Length ? left[1..] == right
            : right[1..] == left;
    }

    private static bool IsSwap(string left, string right) =>
        left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..] == right[2..];
}

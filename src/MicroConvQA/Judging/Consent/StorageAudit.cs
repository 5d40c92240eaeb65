using System.Globalization;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding;
using MicroConvQA.Judging.English;
using MicroConvQA.Judging.Findings;
using MicroConvQA.Matching;
using MicroConvQA.Recording;

namespace MicroConvQA.Judging.Consent;

/// <summary>
/// Holds every cookie and storage key that appeared against the consent that was in force: what a known tracker of a declared destination
/// keeps needs consent as its requests do, and under Google consent mode the consent of its own purpose. What was stored with consent and
/// is still there after the withdrawal is no finding; what appears then is.
/// </summary>
internal sealed class StorageAudit(CaseFile file)
{
    /// <summary>One finding for each name, destination and state.</summary>
    public IEnumerable<Finding> Findings() =>
        file
            .Recording.Stored.SelectMany(look =>
                look.Appeared.Select(stored => (Look: look, Stored: stored, Owner: OwnerOf(stored, file.Consent.At(look.At))))
            )
            .Where(found => found.Owner is not null)
            .GroupBy(found =>
                (found.Stored.Kind, found.Stored.Name, found.Owner!.Destination.Name, Answered: file.Consent.IsAnswered(found.Look.At))
            )
            .Select(group => Breach(group.First().Look, group.First().Stored, group.First().Owner!, group.Key.Answered));

    /// <returns>The destination whose name it is and that may not store it; null = nobody's, or one of its owners may.</returns>
    private Owner? OwnerOf(StoredName stored, ConsentPreset inForce)
    {
        var owners = file.Configuration.Destinations.SelectMany(destination => Owners(stored, destination)).ToList();
        return owners.Any(owner => IsAllowed(owner, inForce)) ? null : owners.FirstOrDefault();
    }

    /// <summary>Whether a name is a destination's, by its vendor's documentation or the destination's own words.</summary>
    public static bool IsOf(StoredName stored, Destination destination) => Owners(stored, destination).Any();

    private static IEnumerable<Owner> Owners(StoredName stored, Destination destination)
    {
        if (destination.Stores.Any(pattern => Glob.Matches(pattern, stored.Name)))
            return [new Owner(destination, destination.Needs == Need.ConsentMode ? Need.Analytics : destination.Needs, IsOwn: true)];
        return TrackerNames
            .Of(destination.Vendor)
            .All.Where(name => Glob.Matches(name.Pattern, stored.Name))
            .Take(1)
            .Select(name => new Owner(destination, destination.Needs == Need.ConsentMode ? name.Need : destination.Needs, IsOwn: false));
    }

    private static bool IsAllowed(Owner owner, ConsentPreset inForce) =>
        owner.Needs == Need.Nothing || inForce.Grants.Contains(owner.Needs);

    private Finding Breach(StorageLook look, StoredName stored, Owner owner, bool answered)
    {
        var destination = owner.Destination;
        var need = owner.Needs == Need.Ads ? "ads" : "analytics";
        var step = Math.Min(look.StepIndex, file.Journey.Steps.Count - 1);
        var what = $"{KindOf(stored.Kind)} {stored.Name} of {destination.Title}";
        return new()
        {
            Kind = answered ? FindingKind.AgainstConsent : FindingKind.BeforeConsent,
            Message = answered
                ? $"{what}: set {file.InStep(step)}, though consent '{file.Consent.At(look.At).Name}' does not grant {need}."
                : $"{what}: set {file.InStep(step)}, before the consent question was answered; it needs consent to {need}.",
            StepIndex = step,
            Place = file.PlaceOf(step),
            Destination = destination.Name,
            Expected = $"nothing stored by {destination.Title}, while consent to {need} is not given",
            Found = $"{stored.Name} for {stored.Domain}{Kept(stored)}",
            LikelyCause = Writer(stored),
            NextMove =
                (
                    answered
                        ? $"Let the tag of {destination.Title} store nothing unless consent to {need} is given, and delete what it stored when consent is withdrawn."
                        : $"Load the tag of {destination.Title} after the answer, or set its consent default before it starts."
                ) + (owner.IsOwn ? "" : $" Its names are documented at {TrackerNames.Of(destination.Vendor).Source}."),
        };
    }

    private static string KindOf(StorageKind kind) =>
        kind switch
        {
            StorageKind.Cookie => "cookie",
            StorageKind.LocalStorage => "local storage key",
            StorageKind.SessionStorage => "session storage key",
            StorageKind.IndexedDb => "database",
            _ => throw new InvalidOperationException($"unknown kind of storage {kind}"),
        };

    private static string Kept(StoredName stored) =>
        stored switch
        {
            { Kind: not StorageKind.Cookie } => "",
            { Lifetime: null } => ", kept until the browser is closed",
            { Lifetime: { TotalDays: >= 1 } lifetime } => string.Create(
                CultureInfo.InvariantCulture,
                $", kept for {Words.Count((int)Math.Round(lifetime.TotalDays), "day")}"
            ),
            { Lifetime: { TotalMinutes: >= 1 } lifetime } => string.Create(
                CultureInfo.InvariantCulture,
                $", kept for {Words.Count((int)Math.Round(lifetime.TotalMinutes), "minute")}"
            ),
            { Lifetime: { } lifetime } => $", kept for {Words.Seconds(lifetime)}",
        };

    private static string? Writer(StoredName stored) =>
        stored switch
        {
            { SetByAnswerOf: { } url } =>
                $"It came with an answer of the server (Set-Cookie of {url}), so no script of the page can hold it back.",
            { Initiator.Count: > 0 } => $"It was set by {Senders.CallerIn(stored.Initiator)}, without asking for the consent state.",
            _ => null,
        };

    private sealed record Owner(Destination Destination, Need Needs, bool IsOwn);
}

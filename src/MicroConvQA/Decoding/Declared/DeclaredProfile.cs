using MicroConvQA.Decoding.Aliases;
using MicroConvQA.Decoding.Recognition;
using MicroConvQA.Vendors;

namespace MicroConvQA.Decoding.Declared;

/// <summary>Turns what is declared of a vendor into its profile.</summary>
internal static class DeclaredProfile
{
    public static VendorProfile Of(VendorDeclaration vendor)
    {
        var format = vendor.Format;
        return new VendorProfile
        {
            Name = vendor.Name,
            Title = vendor.Title,
            Account = Words(format, HitPart.Account),
            EventId = Words(format, HitPart.EventId),
            Endpoints = [.. format.Endpoints.Select(Of)],
            PayloadKeys = [.. format.Payloads.SelectMany(payload => payload.Keys).Distinct()],
            Payload =
                format.Payloads.Count == 0
                    ? null
                    : string.Join(", or ", format.Payloads.Select(payload => string.Join(" with ", payload.Where.Select(Words)))),
            Aliases = format.Aliases is { } names ? Of(names) : AliasNames.CustomaryAt,
            StandardEvents = format.StandardEvents,
            BotFilter = format.BotFilter,
            Evidence = Of(format.RestsOn),
        };
    }

    private static Endpoint Of(EndpointDeclaration endpoint) =>
        new(endpoint.Host, endpoint.Path, endpoint.CarriesHits ? EndpointCarries.Hits : EndpointCarries.NoHits);

    private static AliasNames Of(AliasDeclaration names) =>
        new()
        {
            Value = names.Value,
            Currency = names.Currency,
            TransactionId = names.TransactionId,
            ItemId = names.ItemId,
            ItemCurrency = names.ItemCurrency,
            OnlyItemId = names.OnlyItemId,
        };

    private static Evidence Of(RestsOn restsOn) =>
        restsOn switch
        {
            RestsOn.RealSdk => Evidence.RealSdk,
            RestsOn.RecordedTraffic => Evidence.RecordedTraffic,
            RestsOn.PublishedSource => Evidence.PublishedSource,
            RestsOn.Documentation => Evidence.Documentation,
            _ => throw new ArgumentOutOfRangeException(nameof(restsOn), restsOn, null),
        };

    private static string? Words(VendorFormat format, HitPart part)
    {
        var sources = format
            .Cases.Select(one => one.Hit)
            .Prepend(format.Hit)
            .SelectMany(hit => hit.Parts.GetValueOrDefault(part) ?? [])
            .Where(source => source.Place is not null)
            .Select(source => $"`{source}`")
            .Distinct()
            .ToList();
        return sources.Count == 0 ? null : string.Join(" or ", sources);
    }

    private static string Words(PlaceCondition condition) =>
        condition switch
        {
            { IsThere: false } => $"no `{condition.Place}`",
            { Values: [] } => $"`{condition.Place}`",
            _ => $"`{condition.Place}` = {string.Join(" or ", condition.Values.Select(value => $"`{value}`"))}",
        };
}

using MicroConvQA.Decoding.Content;

namespace MicroConvQA.Decoding.GoogleAds;

/// <summary>What a request's path says: what it is for and, as its last number, the account.</summary>
internal readonly record struct GoogleAdsPlace(GoogleAdsKind Kind, string? Id)
{
    public static GoogleAdsPlace Of(RequestContent request)
    {
        var segments = request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var id = segments is [.., var last] && last.All(char.IsAsciiDigit) ? last : null;
        return new GoogleAdsPlace(KindOf(request, id is null ? segments : segments[..^1]), id);
    }

    private static GoogleAdsKind KindOf(RequestContent request, string[] path) =>
        path switch
        {
            [.., "pagead", "conversion"] => GoogleAdsKind.Conversion,
            // On Google's own host it is the twin of the one above; under a shop's tag gateway nothing else was seen.
            [.., "ccm", "conversion"] => request.Host == "www.googleadservices.com" ? GoogleAdsKind.Copy : GoogleAdsKind.Conversion,
            // A conversion has a place of its own and comes here as a copy.
            [.., "viewthroughconversion"] => request.Query.Has("label") ? GoogleAdsKind.Copy : GoogleAdsKind.Remarketing,
            [.., "1p-conversion" or "1p-user-list"] or [.., "rmkt", "collect"] => GoogleAdsKind.Copy,
            [.., "form-data"] => GoogleAdsKind.UserData,
            _ => GoogleAdsKind.Companion,
        };
}

/// <summary>What a path of Google Ads is for.</summary>
internal enum GoogleAdsKind
{
    /// <summary>A conversion, named by its label.</summary>
    Conversion,

    /// <summary>A remarketing event, named by its event.</summary>
    Remarketing,

    /// <summary>The same conversion or remarketing event once more.</summary>
    Copy,

    /// <summary>A page view that links cookies, sent beside events.</summary>
    Companion,

    /// <summary>Hashed data of the visitor.</summary>
    UserData,
}

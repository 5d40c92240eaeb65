namespace MicroConvQA.DemoShop.Serving;

/// <summary>
/// What the shopper allowed, as the consent cookie keeps it: <c>analytics:granted.ads:denied</c> (a comma would end a cookie's value).
/// </summary>
internal sealed record ConsentChoice(bool Analytics, bool Ads)
{
    public const string Cookie = "lumen_consent";

    public static ConsentChoice? Parse(string? cookie) =>
        string.IsNullOrEmpty(cookie)
            ? null
            : new(cookie.Contains("analytics:granted", StringComparison.Ordinal), cookie.Contains("ads:granted", StringComparison.Ordinal));
}

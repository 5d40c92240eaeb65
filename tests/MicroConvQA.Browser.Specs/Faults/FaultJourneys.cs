using MicroConvQA.DemoShop.Faults;

namespace MicroConvQA.Browser.Specs.Faults;

/// <summary>
/// Which short journey shows each fault, in which consent state: the journeys stand beside this file, in <c>Journeys</c>.
/// </summary>
internal static class FaultJourneys
{
    /// <summary>In the order of <c>playwright.config.json</c>.</summary>
    public static readonly string[] Devices = ["desktop-chrome", "small-laptop", "pixel-7", "iphone-15"];

    private static readonly string[] Phones = ["pixel-7", "iphone-15"];

    private static readonly (string Journey, string Consent, string[] Faults)[] Table =
    [
        (
            "buy-two",
            "granted",
            [
                "lost-on-navigation",
                "wrong-measurement-id",
                "two-containers",
                "currency-lower-case",
                "missing-parameter",
                "shipping-tier-missing",
                "transaction-id-missing",
                "items-empty",
                "purchase-on-reload",
                "checkout-on-cart-view",
                "delivery-on-page-view",
                "payment-on-page-view",
                "payment-before-click",
                "stale-event-data",
                "quantity-always-one",
                "net-value-at-mixpanel",
                "random-transaction-id",
                "checkout-closed",
            ]
        ),
        (
            "list-to-cart",
            "granted",
            [
                "renamed-add-to-cart",
                "phone-only-missing",
                "double-add-to-cart",
                "view-item-twice",
                "string-value",
                "wrong-item-id",
                "stale-items",
                "view-cart-on-add",
                "compare-on-removal",
                "purchase-on-add-to-cart",
                "late-view-item",
                "proxy-refuses-select-item",
                "collector-refuses-lists",
                "renamed-button",
                "plausible-minds-robots",
                "list-name-undefined",
            ]
        ),
        (
            "leave-word",
            "granted",
            [
                "late-newsletter-signup",
                "late-store-search",
                "phone-in-sms-signup",
                "object-as-body",
                "broken-base64",
                "cut-body",
                "long-parameter-name",
                "long-parameter-value",
                "too-many-parameters",
                "reserved-parameter",
            ]
        ),
        (
            "account",
            "granted",
            ["begin-checkout-thrice", "sign-up-on-login", "late-coupon", "email-in-sign-up", "hashed-email-in-login", "email-in-url"]
        ),
        ("cancel-payment", "granted", ["purchase-on-cancelled-payment"]),
        ("in-vain", "granted", ["search-without-result-fires", "signup-of-refused-form"]),
        ("consent", "none", ["before-consent", "snowplow-before-consent", "consent-granted-by-default", "consent-after-config"]),
        ("consent", "denied", ["mixpanel-ignores-refusal", "snowplow-ignores-refusal", "consent-update-reversed"]),
        ("consent", "granted", ["consent-update-lost"]),
    ];

    public static IEnumerable<string> Faults => Table.SelectMany(row => row.Faults);

    public static string JourneyOf(string fault)
    {
        var (journey, consent, _) = Table.Single(row => row.Faults.Contains(fault));
        return consent == "granted" ? journey : $"{journey}, {consent}";
    }

    /// <summary>
    /// Every fault once: those of one journey that cannot be taken for each other share a walk, and the walks take turns at the devices.
    /// </summary>
    public static IReadOnlyList<FaultWalk> Shared()
    {
        var walks = Table.SelectMany(row => Packed(row.Journey, row.Consent, row.Faults.Select(FaultCatalogue.Find))).ToList();
        return [.. walks.Select((walk, turn) => walk with { Device = walk.Devices[turn % walk.Devices.Count] })];
    }

    /// <summary>Every fault alone on every device.</summary>
    public static IEnumerable<FaultWalk> Each() =>
        from row in Table
        from fault in row.Faults
        from device in Devices
        select new FaultWalk(row.Journey, row.Consent, [FaultCatalogue.Find(fault)]) { Device = device };

    /// <summary>Every fault alone on one device that shows it: the faults take turns at the devices.</summary>
    public static IEnumerable<FaultWalk> Alone() =>
        Table
            .SelectMany(row => row.Faults.Select(fault => new FaultWalk(row.Journey, row.Consent, [FaultCatalogue.Find(fault)])))
            .Select((walk, turn) => walk with { Device = walk.Devices[turn % walk.Devices.Count] });

    /// <summary>Whether a device has the layout in which a fault shows.</summary>
    public static bool IsOn(string device, Fault fault) => fault.Name != "phone-only-missing" || Phones.Contains(device);

    private static List<FaultWalk> Packed(string journey, string consent, IEnumerable<Fault> faults)
    {
        List<FaultWalk> walks = [];
        foreach (var fault in faults)
        {
            var place = walks.FindIndex(walk => walk.HasRoomFor(fault));
            if (place < 0)
            {
                walks.Add(new FaultWalk(journey, consent, [fault]));
            }
            else
            {
                walks[place] = walks[place] with { Faults = [.. walks[place].Faults, fault] };
            }
        }

        return walks;
    }
}

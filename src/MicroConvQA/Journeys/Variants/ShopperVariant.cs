namespace MicroConvQA.Journeys.Variants;

/// <summary>What shoppers do beside the path that an author wrote, of which the outcome is known all the same.</summary>
public enum ShopperVariant
{
    /// <summary>Loads the confirmation page again: the order is counted once.</summary>
    Reload,

    /// <summary>Goes back from the confirmation page and forward again: the order is counted once.</summary>
    Back,

    /// <summary>Opens the confirmation page in a second tab: the order is counted once.</summary>
    TwoTabs,

    /// <summary>Clicks buttons twice: each counts once.</summary>
    DoubleClick,

    /// <summary>Buys three instead of one: quantity and value say so.</summary>
    Quantity,

    /// <summary>Shops in another currency: every event says so.</summary>
    Currency,

    /// <summary>Cancels the payment: no order is counted.</summary>
    CancelledPayment,

    /// <summary>Loses the network for a moment: nothing is lost and nothing comes twice.</summary>
    Offline,

    /// <summary>Takes consent back midway: from then on nothing goes where consent is needed.</summary>
    WithdrawnConsent,
}

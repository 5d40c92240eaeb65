namespace MicroConvQA.Journeys.Consent;

/// <summary>How a consent management platform asks, as its markup and its API are documented.</summary>
internal sealed record ConsentPlatform
{
    /// <summary>Stands for a purpose in <see cref="Switch"/>.</summary>
    public const string PurposePlace = "{purpose}";

    /// <summary>The word that configurations use: <c>onetrust</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What messages call it: <c>OneTrust</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Where its markup and its API are documented.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>What all its controls stand in, as CSS.</summary>
    public required string Root { get; init; }

    public required BannerControl Accept { get; init; }

    public required BannerControl Reject { get; init; }

    /// <summary>Opens the layer on which purposes are chosen.</summary>
    public required BannerControl Settings { get; init; }

    /// <summary>Confirms the chosen purposes.</summary>
    public required BannerControl Save { get; init; }

    /// <summary>
    /// The switch of one purpose, with <see cref="PurposePlace"/> in its selectors; of a platform without documented markup the purposes
    /// are its names.
    /// </summary>
    public BannerControl Switch { get; init; } = BannerControl.Absent;

    /// <summary>All switches of the layer, as CSS.</summary>
    public string? Switches { get; init; }

    /// <summary>The shop's names of the purposes that mean analytics.</summary>
    public required IReadOnlyList<string> Analytics { get; init; }

    /// <summary>The shop's names of the purposes that mean ads.</summary>
    public required IReadOnlyList<string> Ads { get; init; }

    /// <summary>
    /// A JavaScript function that chooses by the platform's API, given <c>{granted, refused}</c>, both lists of purposes; it returns
    /// whether it could, or the purposes that there are where none of the wanted is one. Null = the switches are used.
    /// </summary>
    public string? Choose { get; init; }

    /// <summary>
    /// A JavaScript function that asks again after the question was answered; false = the API is not there. Null = it is reopened by
    /// <see cref="Reopener"/>.
    /// </summary>
    public string? Reopen { get; init; }

    /// <summary>The control of the page that asks again.</summary>
    public BannerControl Reopener { get; init; } = BannerControl.Absent;

    /// <summary>
    /// A JavaScript function that accepts (given true) or refuses (false) everything where the question is not shown again; null = the
    /// controls are used.
    /// </summary>
    public string? AnswerAgain { get; init; }
}

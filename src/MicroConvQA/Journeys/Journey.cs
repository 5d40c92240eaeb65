using MicroConvQA.Journeys.Variants;
using MicroConvQA.Source;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Journeys;

/// <summary>One shopper path of named steps, as read from one YAML file, its fragments already put in.</summary>
public sealed record Journey
{
    /// <summary>The journey's identifier, unique among all journeys: <c>guest-checkout</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What reports call it; the name where silent.</summary>
    public required string Title { get; init; }

    /// <summary>The team to ask; null where nobody is named.</summary>
    public string? Owner { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public Visitor Visitor { get; init; } = Visitor.New;

    /// <summary>Query parameters of the first page: utm, gclid, fbclid …</summary>
    public IReadOnlyDictionary<string, string> Channel { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of consent presets; the journey is walked once for each. Empty = the configuration's default.</summary>
    public IReadOnlyList<string> Consent { get; init; } = [];

    /// <summary>Device names or groups (desktop, phone, tablet); empty = all.</summary>
    public IReadOnlyList<string> Devices { get; init; } = [];

    /// <summary>The first page, relative to the base URL.</summary>
    public string Start { get; init; } = "/";

    /// <summary>The journey's own wish; null = the configuration's.</summary>
    public ClockMode? Clock { get; init; }

    /// <summary>Whether every event that no step expects is a finding, dictionary or not.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether the expected conversions must fire in the order of the steps that expect them.</summary>
    public bool Ordered { get; init; }

    /// <summary>Event names (as sent) and conversions that are noise here; <c>*</c> stands for any run of characters.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Values of <c>vars</c>, before any <c>$name</c> inside them is resolved.</summary>
    public IReadOnlyDictionary<string, JToken> Variables { get; init; } = new Dictionary<string, JToken>();

    /// <summary>The rows of <c>for each</c>; empty = one walk without a row.</summary>
    public IReadOnlyList<MatrixRow> Matrix { get; init; } = [];

    /// <summary>Variants of it that every run walks too.</summary>
    public IReadOnlyList<ShopperVariant> Variants { get; init; } = [];

    /// <summary>What variants need to know of the shop.</summary>
    public VariantFacts ForVariants { get; init; } = VariantFacts.None;

    public required IReadOnlyList<Step> Steps { get; init; }

    public required SourcePlace Place { get; init; }

    /// <summary>The journey's file and those of its fragments: what a recording keeps, so that it can be judged again.</summary>
    public required IReadOnlyList<SourceText> Sources { get; init; }
}

/// <summary>Whether the shopper comes for the first time or has been here before.</summary>
public enum Visitor
{
    /// <summary>A fresh browser profile.</summary>
    New,

    /// <summary>A first visit is walked and its cookies and storage kept, then the shopper comes back.</summary>
    Returning,
}

/// <summary>How time passes on the page while a journey is walked.</summary>
public enum ClockMode
{
    /// <summary>A virtual clock is installed, so that dwell times and batch timers pass quickly.</summary>
    Virtual,

    /// <summary>The page's own clock; every wait takes its real time.</summary>
    Real,
}

/// <summary>One combination of a journey's <c>for each</c>: variable names with this row's values.</summary>
public sealed record MatrixRow(IReadOnlyDictionary<string, JToken> Values)
{
    /// <summary>The row as reports show it: <c>product=LAMP-ARC-01, market=us</c>.</summary>
    public override string ToString() => string.Join(", ", Values.Select(pair => $"{pair.Key}={pair.Value}"));
}

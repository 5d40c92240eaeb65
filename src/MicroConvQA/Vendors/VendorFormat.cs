namespace MicroConvQA.Vendors;

/// <summary>A vendor's wire format as declared.</summary>
internal sealed record VendorFormat
{
    public RestsOn RestsOn { get; init; } = RestsOn.Documentation;

    public IReadOnlyList<EndpointDeclaration> Endpoints { get; init; } = [];

    /// <summary>How a request on anybody's host is known to be the vendor's, in one way or another; empty = it is not.</summary>
    public IReadOnlyList<PayloadDeclaration> Payloads { get; init; } = [];

    /// <summary>Fields whose text is encoded, where its content does not tell.</summary>
    public IReadOnlyDictionary<Place, TextEncoding> Encodings { get; init; } = new Dictionary<Place, TextEncoding>();

    /// <summary>Lists of the body of which each entry is a hit; the first that is there counts, empty = the request is one hit.</summary>
    public IReadOnlyList<Place> Each { get; init; } = [];

    public required HitDeclaration Hit { get; init; }

    /// <summary>The first whose conditions hold is laid over the hit.</summary>
    public IReadOnlyList<CaseDeclaration> Cases { get; init; } = [];

    /// <summary>The vendor's standard events with GA4's names for them.</summary>
    public IReadOnlyDictionary<string, string> StandardEvents { get; init; } = new Dictionary<string, string>();

    /// <summary>Null = the names that shops use at vendors that prescribe none.</summary>
    public AliasDeclaration? Aliases { get; init; }

    /// <summary>Null = its script looks for nothing that is known.</summary>
    public BotFilter? BotFilter { get; init; }

    /// <summary>The first whose conditions hold counts; where none does, the answer is empty.</summary>
    public IReadOnlyList<AnswerDeclaration> Answers { get; init; } = [];
}

/// <summary>What a declaration rests on.</summary>
internal enum RestsOn
{
    RealSdk,
    RecordedTraffic,
    PublishedSource,
    Documentation,
}

/// <summary>How a request on anybody's host is known to be the vendor's.</summary>
/// <param name="Where">What must hold.</param>
/// <param name="Keys">Fields that make the decoder look at a request on a path that nobody names; empty = it never does.</param>
internal sealed record PayloadDeclaration(IReadOnlyList<PlaceCondition> Where, IReadOnlyList<string> Keys);

/// <summary>What is otherwise where some conditions hold.</summary>
internal sealed record CaseDeclaration(IReadOnlyList<PlaceCondition> Where, HitDeclaration Hit);

/// <summary>What requests are answered with on this machine.</summary>
/// <param name="Where">The requests for which it is; empty = all.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">The body as text; null = none.</param>
/// <param name="Json">The body as JSON; null = none.</param>
internal sealed record AnswerDeclaration(IReadOnlyList<PlaceCondition> Where, int Status, string? Text, string? Json);

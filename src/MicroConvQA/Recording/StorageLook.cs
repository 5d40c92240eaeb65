namespace MicroConvQA.Recording;

/// <summary>
/// What had appeared in the browser's cookies and storage since the look before: taken before each answer to the consent question, after
/// each step and at the end.
/// </summary>
public sealed record StorageLook
{
    /// <summary>Since the start of the walk, in real time.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>The step that was in progress then, from 0; -1 = the opening.</summary>
    public required int StepIndex { get; init; }

    public required IReadOnlyList<StoredName> Appeared { get; init; }
}

/// <summary>The name of a cookie or a key that appeared in the browser; its value is never read into a recording.</summary>
public sealed record StoredName
{
    public required StorageKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>A cookie's domain, of everything else the origin.</summary>
    public required string Domain { get; init; }

    /// <summary>
    /// For how long a cookie is kept from the moment it was seen; null = until the browser is closed, or it is no cookie.
    /// </summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>The URL whose answer set it (<c>Set-Cookie</c>); null = a script did, or it is not known.</summary>
    public string? SetByAnswerOf { get; init; }

    /// <summary>The script that set it, innermost frame first; empty where unknown.</summary>
    public IReadOnlyList<ScriptFrame> Initiator { get; init; } = [];
}

/// <summary>Where a browser keeps something for a site.</summary>
public enum StorageKind
{
    Cookie,
    LocalStorage,
    SessionStorage,

    /// <summary>A database, known by its name only.</summary>
    IndexedDb,
}

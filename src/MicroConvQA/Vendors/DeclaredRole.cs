namespace MicroConvQA.Vendors;

/// <summary>What a declared vendor's entry is.</summary>
internal enum DeclaredRole
{
    Event,

    /// <summary>A copy or companion that the vendor sends beside an event by design.</summary>
    Companion,

    /// <summary>Who somebody is or what is allowed, and not what happened.</summary>
    State,

    /// <summary>No hit at all: logs, timings.</summary>
    Nothing,

    /// <summary>Something that may carry events and cannot be read, because its format is not known.</summary>
    Unreadable,
}

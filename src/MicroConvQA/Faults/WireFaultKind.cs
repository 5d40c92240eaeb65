namespace MicroConvQA.Faults;

/// <summary>What can be done to a hit on its way.</summary>
internal enum WireFaultKind
{
    /// <summary>It is taken out of its request, and where it was alone the request is lost.</summary>
    Drop,

    /// <summary>A second request brings it once more, with an event id of its own where it has one.</summary>
    Double,

    /// <summary>Its event has another name.</summary>
    Rename,

    /// <summary>One of its parameters is not there.</summary>
    DropParameter,

    /// <summary>One of its parameters has another value of the same form.</summary>
    ChangeValue,

    /// <summary>Its currency is another one.</summary>
    WrongCurrency,
}

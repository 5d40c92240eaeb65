namespace MicroConvQA.Judging.PersonalData;

/// <summary>What kind of place holds something of a person.</summary>
internal enum PersonalPlaceKind
{
    /// <summary>A parameter, or a field of a query, form or JSON body.</summary>
    Parameter,
    PageAddress,
    PageTitle,
    Referrer,

    /// <summary>The request itself: its path, or a body without fields.</summary>
    Request,
}

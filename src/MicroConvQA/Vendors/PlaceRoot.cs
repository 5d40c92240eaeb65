namespace MicroConvQA.Vendors;

/// <summary>The parts of a request in which a value may stand.</summary>
internal enum PlaceRoot
{
    Query,
    Form,

    /// <summary>The query or else the form, for vendors that send the same fields either way.</summary>
    Field,
    Body,

    /// <summary>One entry of the list that the body carries; the body itself where there is no such list.</summary>
    Entry,
    Header,
    Path,
    Host,
    Method,
}

using MicroConvQA.Recording;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Faults;

/// <summary>
/// A named value in the text of a request: a field of the query or of a form, a property or list entry of JSON, however deep it is encoded.
/// </summary>
/// <param name="Name">Its name; of a list entry its list's.</param>
/// <param name="Value">What stands there; of a field always a text.</param>
internal sealed record WireNode(string Name, JToken Value)
{
    /// <summary>The request with something else there.</summary>
    public required Func<JToken, CapturedRequest> With { get; init; }

    /// <summary>The request without it.</summary>
    public required Func<CapturedRequest> Without { get; init; }

    /// <summary>The request with it under another name.</summary>
    public required Func<string, CapturedRequest> Renamed { get; init; }

    /// <summary>The request with one more value beside it.</summary>
    public required Func<string, string, CapturedRequest> Beside { get; init; }
}

using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching.Conditions;

/// <summary>
/// The parameters of a hit, or the fields of one of its items, under the dictionary's names. An implementer must not change what was sent.
/// </summary>
internal interface IParameterScope
{
    /// <summary>The value as sent; null = absent.</summary>
    JToken? Find(string name);

    /// <summary>
    /// The value, by another name of the vendor's too where it documents the dictionary's: two vendors that mean the same agree whatever
    /// they call it; null = absent.
    /// </summary>
    JToken? FindAlike(string name) => Find(name);

    /// <summary>The items of a list; empty where there is none of that name.</summary>
    IReadOnlyList<IParameterScope> ItemsOf(string name);

    /// <summary>Whether the destination is sent it at all; what it is not sent is not judged there.</summary>
    bool IsSent(string name);

    /// <summary>The same conversion's parameter at another destination; null = not known.</summary>
    JToken? FindAt(string destination, string name);
}

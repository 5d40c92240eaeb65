using Newtonsoft.Json.Linq;

namespace MicroConvQA.Recording;

/// <summary>What the page showed the shopper of a parameter, where the dictionary says where it is shown.</summary>
/// <param name="Conversion">The conversion that the step expects.</param>
/// <param name="Parameter">Its parameter, <c>value</c>, or an item's field, <c>items.price</c>.</param>
/// <param name="Value">What was shown; an amount as a number.</param>
/// <param name="Reading">What was read, in words: <c>text of css #total</c>.</param>
/// <param name="Page">The page's address.</param>
public sealed record ShownValue(string Conversion, string Parameter, JToken Value, string Reading, string Page);

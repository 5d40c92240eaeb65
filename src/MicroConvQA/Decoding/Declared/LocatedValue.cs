using MicroConvQA.Vendors;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Declared;

/// <summary>A value that was found in a request, and as what it stands there.</summary>
/// <param name="Value">The value.</param>
/// <param name="Root">Whether it is a field of the query or form as a whole, or stands in JSON.</param>
/// <param name="Name">The field's name.</param>
internal readonly record struct LocatedValue(JToken Value, PlaceRoot Root, string Name = "");

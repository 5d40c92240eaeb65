using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.Judging.PersonalData;

/// <summary>A made-up shopper as a walk's variables hold it.</summary>
internal static class Shopper
{
    public const string Mail = "bela.korin.0f3a@example.com";
    public const string Phone = "+447700900123";
    public const string Card = "4000001234567899";

    public static Dictionary<string, JToken> Variables(string mail = Mail) =>
        JudgedWalk.Variables(
            ("person.email", mail),
            ("person.phone", Phone),
            ("person.first", "Bela"),
            ("person.last", "Korin"),
            ("person.street", "Quivora Road 12"),
            ("person.postcode", "01067"),
            ("person.city", "Dresden"),
            ("person.card", Card),
            ("person.password", "Cv9-Korinzu-0f3a!")
        );
}

using Newtonsoft.Json.Linq;

namespace MicroConvQA.Judging.PersonalData;

/// <summary>
/// The ways in which a walk's made-up shopper is written: as typed, and normalised as vendors document that addresses, numbers and names
/// are before they are hashed. Towns and postcodes are too common to prove anything.
/// </summary>
internal static class PersonalForms
{
    private const int ShortestName = 3;

    // The lengths of the calling codes that a number may begin with; the national number follows.
    private const int CallingCode = 2;

    public static IEnumerable<PersonalForm> Of(IReadOnlyDictionary<string, JToken> variables)
    {
        string Part(string name) =>
            variables.TryGetValue($"person.{name}", out var value) && value.Type == JTokenType.String ? ((string)value!).Trim() : "";
        IEnumerable<PersonalForm> all =
        [
            .. Emails(Part("email")),
            .. Phones(Part("phone")),
            .. Names(Part("first"), Part("last")),
            .. Plain(PersonalPart.Street, Part("street")),
            .. Cards(Part("card")),
            .. Plain(PersonalPart.Password, Part("password")),
        ];
        return all.Where(form => form.Text.Length > 0).DistinctBy(form => (form.Part, form.Text, form.Half));
    }

    private static IEnumerable<PersonalForm> Plain(PersonalPart part, string text) => [new(part, text)];

    private static IEnumerable<PersonalForm> Emails(string mail)
    {
        if (mail.Split('@') is not [{ Length: > 0 } local, { Length: > 0 } domain])
            return [];
        var undotted = local.Replace(".", "", StringComparison.Ordinal);
        return
        [
            new(PersonalPart.Email, mail),
            new(PersonalPart.Email, $"{undotted}@{domain}", "without dots"),
            new(PersonalPart.Email, $"{local.Split('+')[0]}@{domain}", "without what follows its plus sign"),
        ];
    }

    private static IEnumerable<PersonalForm> Phones(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        if (digits.Length < 8)
            return [];
        var national = phone.StartsWith('+') ? digits[CallingCode..] : digits.TrimStart('0');
        return new PersonalForm[]
        {
            new(PersonalPart.Phone, phone),
            new(PersonalPart.Phone, $"+{digits}", "with a plus sign"),
            new(PersonalPart.Phone, digits, "digits only"),
            new(PersonalPart.Phone, $"00{digits}", "with 00"),
            new(PersonalPart.Phone, $"0{national}", "without calling code"),
            new(PersonalPart.Phone, national, "without calling code"),
        }.Select(form => form with { StandsAlone = true });
    }

    private static IEnumerable<PersonalForm> Names(string first, string last)
    {
        if (first.Length < ShortestName || last.Length < ShortestName)
            return [];
        string[] both =
        [
            $"{first} {last}",
            $"{last} {first}",
            $"{last}, {first}",
            $"{first}.{last}",
            $"{first}_{last}",
            $"{first}-{last}",
            $"{first}{last}",
            $"{first}+{last}",
        ];
        return both.Select(name => new PersonalForm(PersonalPart.Name, name))
            .Append(new(PersonalPart.Name, first) { Half = NameHalf.First })
            .Append(new(PersonalPart.Name, last) { Half = NameHalf.Last })
            .Select(form => form with { StandsAlone = true });
    }

    private static IEnumerable<PersonalForm> Cards(string card)
    {
        var digits = string.Concat(card.Where(char.IsAsciiDigit));
        if (digits.Length < 12)
            return [];
        var groups = digits.Chunk(4).Select(group => new string(group)).ToList();
        return new PersonalForm[]
        {
            new(PersonalPart.Card, digits),
            new(PersonalPart.Card, string.Join(' ', groups), "in groups"),
            new(PersonalPart.Card, string.Join('-', groups), "in groups"),
        }.Select(form => form with { StandsAlone = true });
    }
}

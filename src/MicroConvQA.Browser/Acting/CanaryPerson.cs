using System.Security.Cryptography;
using System.Text;

namespace MicroConvQA.Browser.Acting;

/// <summary>
/// The made-up shopper of one walk: nobody else has this identity, so that it is told from real people's data wherever it turns up.
/// Mail goes to a reserved domain and the phone number is one that is kept for fiction.
/// </summary>
internal sealed record CanaryPerson
{
    public required string Email { get; init; }

    public required string First { get; init; }

    public required string Last { get; init; }

    public required string Phone { get; init; }

    public required string Street { get; init; }

    public required string Postcode { get; init; }

    public required string City { get; init; }

    public required string Password { get; init; }

    /// <summary>A number of the test range that card networks keep, with its check digit.</summary>
    public required string Card { get; init; }

    /// <summary>The same person for the same walk, attempt and seed; another one for any other.</summary>
    public static CanaryPerson Of(string walk, int attempt, string seed)
    {
        var source = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{walk}\n{attempt}"));
        var code = Convert.ToHexStringLower(source.AsSpan(20, 5));
        var (first, last) = (Name(source.AsSpan(0, 4)), Name(source.AsSpan(4, 4)));
        var (postcode, city) = Towns[source[8] % Towns.Length];

        return new CanaryPerson
        {
            Email = $"{first}.{last}.{code}@example.com".ToLowerInvariant(),
            First = first,
            Last = last,
            Phone = $"+447700900{Number(source.AsSpan(9, 2)) % 1000:000}",
            Street = $"{Name(source.AsSpan(11, 3))} Road {1 + source[14] % 98}",
            Postcode = postcode,
            City = city,
            Password = $"Cv9-{Name(source.AsSpan(15, 3))}-{code}!",
            Card = WithCheckDigit($"400000{Number(source.AsSpan(16, 4)) % 1_000_000_000:000000000}"),
        };
    }

    /// <summary>Its parts by the names that journeys use: <c>person.email</c>.</summary>
    public IReadOnlyDictionary<string, string> Parts =>
        new Dictionary<string, string>
        {
            ["person.email"] = Email,
            ["person.first"] = First,
            ["person.last"] = Last,
            ["person.phone"] = Phone,
            ["person.street"] = Street,
            ["person.postcode"] = Postcode,
            ["person.city"] = City,
            ["person.password"] = Password,
            ["person.card"] = Card,
        };

    // Real pairs, because shops check them against each other; too common to betray anybody.
    private static readonly (string Postcode, string City)[] Towns =
    [
        ("01067", "Dresden"),
        ("10115", "Berlin"),
        ("20095", "Hamburg"),
        ("50667", "Köln"),
        ("60311", "Frankfurt"),
        ("80331", "München"),
    ];

    private static readonly string[] Syllables =
    [
        "zu",
        "qui",
        "vo",
        "xe",
        "ra",
        "lo",
        "mi",
        "ten",
        "bra",
        "kes",
        "dor",
        "wyn",
        "fi",
        "gol",
        "jas",
        "pex",
    ];

    private static string Name(ReadOnlySpan<byte> bytes)
    {
        var name = new StringBuilder();
        foreach (var letter in bytes)
            name.Append(Syllables[letter % Syllables.Length]);
        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }

    private static uint Number(ReadOnlySpan<byte> bytes)
    {
        uint number = 0;
        foreach (var letter in bytes)
            number = number << 8 | letter;
        return number;
    }

    /// <summary>Luhn's check digit, without which a payment form would not take the number.</summary>
    private static string WithCheckDigit(string digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var digit = digits[digits.Length - 1 - index] - '0';
            var weighted = index % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return $"{digits}{(10 - sum % 10) % 10}";
    }
}

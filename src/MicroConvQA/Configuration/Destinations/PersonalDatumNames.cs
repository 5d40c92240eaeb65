namespace MicroConvQA.Configuration.Destinations;

/// <summary>How a configuration names what a destination may carry of a person.</summary>
internal static class PersonalDatumNames
{
    public static IReadOnlyDictionary<string, PersonalDatum> All { get; } =
        new Dictionary<string, PersonalDatum>
        {
            ["e-mail"] = PersonalDatum.Email,
            ["phone"] = PersonalDatum.Phone,
            ["name"] = PersonalDatum.Name,
            ["address"] = PersonalDatum.Address,
            ["hashed e-mail"] = PersonalDatum.HashedEmail,
            ["hashed phone"] = PersonalDatum.HashedPhone,
            ["hashed name"] = PersonalDatum.HashedName,
            ["hashed address"] = PersonalDatum.HashedAddress,
        };

    public static string Of(PersonalDatum datum) => All.First(name => name.Value == datum).Key;
}

using MicroConvQA.Configuration.Destinations;

namespace MicroConvQA.Judging.PersonalData;

/// <summary>A part of a person.</summary>
/// <param name="Title">What reports call it.</param>
/// <param name="Plain">What a destination declares that may carry it as it is; null = none may.</param>
/// <param name="Hashed">What a destination declares that may carry a digest of it; null = none may.</param>
internal sealed record PersonalPart(string Title, PersonalDatum? Plain = null, PersonalDatum? Hashed = null)
{
    public static readonly PersonalPart Email = new("e-mail address", PersonalDatum.Email, PersonalDatum.HashedEmail);
    public static readonly PersonalPart Phone = new("phone number", PersonalDatum.Phone, PersonalDatum.HashedPhone);
    public static readonly PersonalPart Name = new("name", PersonalDatum.Name, PersonalDatum.HashedName);
    public static readonly PersonalPart Street = new("street", PersonalDatum.Address, PersonalDatum.HashedAddress);
    public static readonly PersonalPart Card = new("card number");
    public static readonly PersonalPart Password = new("password");
}

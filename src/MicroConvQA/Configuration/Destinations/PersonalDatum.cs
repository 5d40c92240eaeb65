namespace MicroConvQA.Configuration.Destinations;

/// <summary>What of a person a destination may be allowed to carry; a card number or a password never.</summary>
public enum PersonalDatum
{
    Email,
    Phone,
    Name,
    Address,

    /// <summary>A digest of the e-mail address, as vendors match customers by.</summary>
    HashedEmail,
    HashedPhone,
    HashedName,
    HashedAddress,
}

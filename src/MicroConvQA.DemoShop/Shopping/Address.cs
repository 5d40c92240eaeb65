namespace MicroConvQA.DemoShop.Shopping;

/// <summary>Where an order goes.</summary>
internal sealed record Address(string Email, string FirstName, string LastName, string Street, string Postcode, string City, string Phone);

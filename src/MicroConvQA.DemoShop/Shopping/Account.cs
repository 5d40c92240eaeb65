namespace MicroConvQA.DemoShop.Shopping;

/// <summary>A registered shopper; made-up and kept in memory, so the password is not worth hiding.</summary>
internal sealed record Account(string FirstName, string LastName, string Email, string Password);

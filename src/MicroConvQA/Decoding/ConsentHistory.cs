namespace MicroConvQA.Decoding;

/// <summary>How Google's consent mode came to a purpose's state.</summary>
/// <param name="Purpose"><c>analytics_storage</c>, <c>ad_storage</c>, <c>ad_user_data</c> or <c>ad_personalization</c>.</param>
/// <param name="Letter">The letter of <c>gcd</c> that says it.</param>
/// <param name="Default">What <c>gtag('consent', 'default', …)</c> said; null = nothing.</param>
/// <param name="Update">What <c>gtag('consent', 'update', …)</c> said; null = nothing.</param>
public sealed record ConsentHistory(string Purpose, char Letter, bool? Default, bool? Update);

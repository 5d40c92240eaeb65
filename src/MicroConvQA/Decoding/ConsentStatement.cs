namespace MicroConvQA.Decoding;

/// <summary>What a consent signal says of a purpose.</summary>
/// <param name="Field">The further field that says it: <c>gcs</c> or <c>npa</c>; null = the signal's state does.</param>
/// <param name="Purpose"><c>analytics_storage</c>, <c>ad_storage</c>, <c>ad_user_data</c> or <c>ad_personalization</c>.</param>
/// <param name="Granted">What it says.</param>
public sealed record ConsentStatement(string? Field, string Purpose, bool Granted);

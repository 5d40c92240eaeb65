namespace MicroConvQA.Decoding;

/// <summary>What a further field of a consent signal says of a purpose.</summary>
/// <param name="Field">The field: <c>gcs</c> or <c>npa</c>.</param>
/// <param name="Purpose"><c>analytics_storage</c>, <c>ad_storage</c> or <c>ad_personalization</c>.</param>
/// <param name="Granted">What it says.</param>
public sealed record ConsentStatement(string Field, string Purpose, bool Granted);

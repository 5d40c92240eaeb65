namespace MicroConvQA.Planning;

/// <summary>
/// What is put into a canary's requests on purpose: the hits of one conversion at one destination are lost, those of another are sent
/// twice.
/// </summary>
/// <param name="Lost">The conversion that is lost.</param>
/// <param name="LostAt">The destination that it is lost on the way to.</param>
/// <param name="Doubled">The conversion that is sent twice.</param>
/// <param name="DoubledAt">The destination that it is sent to twice.</param>
public sealed record CanaryFaults(string Lost, string LostAt, string Doubled, string DoubledAt);

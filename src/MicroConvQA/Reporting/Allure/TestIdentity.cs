using System.Security.Cryptography;
using System.Text;

namespace MicroConvQA.Reporting.Allure;

/// <summary>
/// What a test keeps its history by: its full name and the parameters that are not excluded. Allure 3 derives it so itself and merges
/// two results of one identity as a retry of which the later wins, so that two of them in one run are our own error.
/// </summary>
internal sealed record TestIdentity(string FullName, IReadOnlyList<AllureParameter> Parameters)
{
    public string TestCaseId => Hash(FullName);

    public string HistoryId => Hash(ToString());

    /// <summary>Unique among the runs, and the same whenever the same run is reported.</summary>
    public string UuidIn(DateTimeOffset runStartedAt) => new Guid(Bytes($"{this} @ {runStartedAt:O}")).ToString();

    public override string ToString() =>
        string.Join(
            " | ",
            Parameters
                .Where(parameter => !parameter.Excluded)
                .Select(parameter => $"{parameter.Name}={parameter.Value}")
                .Order(StringComparer.Ordinal)
                .Prepend(FullName)
        );

    private static string Hash(string text) => Convert.ToHexStringLower(Bytes(text));

    // Sixteen bytes of SHA-256: an identifier, nothing secret, but MD5 is refused where FIPS rules.
    private static byte[] Bytes(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
}

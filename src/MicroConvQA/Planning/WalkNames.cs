using System.Security.Cryptography;
using System.Text;
using MicroConvQA.Configuration.Consent;
using MicroConvQA.Configuration.Devices;
using MicroConvQA.Journeys;
using MicroConvQA.Journeys.Variants;

namespace MicroConvQA.Planning;

/// <summary>Names walks so that the same walk has the same id in every run, whatever else is selected.</summary>
internal static class WalkNames
{
    // A folder name may have 255 bytes; journey, device and consent need their share.
    private const int LongestRow = 80;

    public static string IdOf(
        Journey journey,
        DeviceProject device,
        ConsentPreset consent,
        MatrixRow? row,
        ShopperVariant? variant,
        int repetition
    )
    {
        IEnumerable<string?> parts =
        [
            Slug(journey.Name),
            Slug(device.Name),
            Slug(consent.Name),
            row is null ? null : RowSlug(row, journey.Matrix),
            variant is { } derived ? VariantNames.Of(derived) : null,
            repetition == 1 ? null : $"{repetition}",
        ];

        return string.Join(".", parts.OfType<string>());
    }

    public static string TitleOf(
        Journey journey,
        DeviceProject device,
        ConsentPreset consent,
        MatrixRow? row,
        ShopperVariant? variant,
        int repetition
    )
    {
        IEnumerable<string?> segments =
        [
            device.Name,
            journey.Consent.Count > 1 ? consent.Name : null,
            journey.Matrix.Count > 1 ? row?.ToString() : null,
            variant is { } derived ? $"variant {VariantNames.Of(derived)}" : null,
        ];
        var title = $"{journey.Name} [{string.Join(", ", segments.OfType<string>())}]";

        return repetition == 1 ? title : $"{title} #{repetition}";
    }

    /// <summary>A row whose letters alone do not tell it from another one of the journey carries a hash of its exact values.</summary>
    private static string RowSlug(MatrixRow row, IReadOnlyList<MatrixRow> matrix)
    {
        var slug = Slug(row.ToString());
        var isClear = slug.Length <= LongestRow && matrix.Count(other => Slug(other.ToString()) == slug) == 1;

        return isClear ? slug : $"{slug[..Math.Min(slug.Length, LongestRow)]}-{HashOf(row.ToString())}";
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];

    private static string Slug(string text)
    {
        var letters = text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        var words = string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries);

        return string.Join("-", words);
    }
}

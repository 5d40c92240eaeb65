using System.Globalization;
using System.Text;
using MicroConvQA.Source;

namespace MicroConvQA.Journeys;

/// <summary>Gives every step of a journey an identifier of its own: the author's, or one made from the step's words.</summary>
internal static class StepIds
{
    private const int Longest = 60;

    /// <summary>The identifiers in the order of the steps.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<StepDraft> steps, SourceProblems problems)
    {
        var taken = new Dictionary<string, SourcePlace>();
        foreach (var id in steps.Select(step => step.Id).OfType<SourceScalar>())
        {
            if (!taken.TryAdd(id.Text, id.Place))
                problems.Add(id.Place, $"two steps have the id '{id.Text}'; the other is in line {taken[id.Text].Line}. Rename one.");
        }
        return [.. steps.Select((step, index) => step.Id?.Text ?? Free(Slug(step.Title, index), step.Place, taken))];
    }

    private static string Free(string slug, SourcePlace place, Dictionary<string, SourcePlace> taken)
    {
        var id = slug;
        for (var number = 2; !taken.TryAdd(id, place); number++)
            id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");
        return id;
    }

    // A YAML escape may leave half a character, which cannot be normalised.
    private static string Whole(string title) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(title));

    private static string Slug(string title, int index)
    {
        var words = new StringBuilder();
        foreach (
            var letter in Whole(title).ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD)
        )
        {
            if (char.IsAsciiLetterOrDigit(letter))
                words.Append(letter);
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && words is [.., not '-'])
                words.Append('-');
        }
        var slug = words.ToString(0, Math.Min(words.Length, Longest)).Trim('-');
        return slug.Length > 0 ? slug : string.Create(CultureInfo.InvariantCulture, $"step-{index + 1}");
    }
}

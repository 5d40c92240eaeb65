namespace MicroConvQA.Source;

/// <summary>Finds the known word that an author most likely meant.</summary>
internal static class Suggestion
{
    private const int LongestWord = 80;

    // Files are hostile input: the search must stay quick whatever they hold.
    private const int MostCandidates = 500;

    /// <summary>The nearest known word, or null where none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestWord)
            return null;
        var limit = word.Length < 4 ? 1 : Math.Max(2, word.Length / 3);
        return known
            .Where(candidate => Math.Abs(candidate.Length - word.Length) <= limit)
            .Take(MostCandidates)
            .Select(candidate => (candidate, distance: Distance(Plain(word), Plain(candidate))))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>A sentence to end a message with: the nearest word, else all known ones.</summary>
    public static string Sentence(string word, IReadOnlyCollection<string> known)
    {
        if (Nearest(word, known) is { } nearest)
            return $" Did you mean '{nearest}'?";
        return known.Count == 0 ? "" : $" Known: {Listed(known)}.";
    }

    private static string Listed(IReadOnlyCollection<string> known) =>
        string.Join(", ", known.Take(40)) + (known.Count > 40 ? $" and {known.Count - 40} more" : "");

    // addToCart, add-to-cart and add_to_cart are one word in different dress.
    private static string Plain(string word) => word.Replace('-', '_').Replace(' ', '_').ToLowerInvariant();

    // Damerau and Levenshtein: swapped neighbours are one mistake, as in "contians".
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= right.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            for (var j = 1; j <= right.Length; j++)
                rows[i, j] = Cheapest(rows, left, right, i, j);
        }
        return rows[left.Length, right.Length];
    }

    private static int Cheapest(int[,] rows, string left, string right, int i, int j)
    {
        var cost = left[i - 1] == right[j - 1] ? 0 : 1;
        var best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
        var isSwapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return isSwapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MicroConvQA.Browser.Acting;

/// <summary>The names that a page shows, for messages about a name that it does not show.</summary>
internal static partial class PageNames
{
    private const int MostShown = 6;

    /// <summary>In milliseconds; apart from the patience of the action, which is used up when its message is made.</summary>
    private const float ReadingTime = 5_000;

    /// <summary>A sentence that proposes what the author may have meant.</summary>
    public static async Task<string> ProposeAsync(ILocator scope, string wanted, ControlPurpose purpose)
    {
        if (await VisibleAsync(scope, NamedControls.RolesFor(purpose)) is not { } names)
            return "The page did not say in time what it shows.";
        if (names.Count == 0)
            return "The page shows nothing of that kind with a name.";

        var byNearness = names.OrderBy(shown => Distance(shown.Name, wanted)).ToList();
        var nearest = byNearness[0];
        var isNear = Distance(nearest.Name, wanted) <= Math.Max(2, Math.Max(wanted.Length, nearest.Name.Length) / 2);
        var list = string.Join(", ", byNearness.Take(MostShown).Select(shown => $"{shown.Role} '{shown.Name}'"));

        return (isNear ? $"Did you mean '{nearest.Name}'? " : "") + $"Visible here: {list}{(names.Count > MostShown ? " …" : "")}.";
    }

    private static async Task<IReadOnlyList<(string Role, string Name)>?> VisibleAsync(ILocator scope, IReadOnlySet<string> roles)
    {
        if (await SnapshotAsync(scope) is not { } snapshot)
            return null;
        return
        [
            .. Line()
                .Matches(snapshot)
                .Select(match => (Role: match.Groups["role"].Value, Name: Unescaped(match.Groups["name"].Value)))
                .Where(shown => roles.Contains(shown.Role))
                .Distinct(),
        ];
    }

    private static async Task<string?> SnapshotAsync(ILocator scope)
    {
        try
        {
            return await scope.AriaSnapshotAsync(new() { Timeout = ReadingTime });
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>
    /// The number of letters to change, add or leave out, case ignored; a name that holds the other is nearer than its length says.
    /// </summary>
    private static int Distance(string one, string other)
    {
        if (one.Contains(other, StringComparison.OrdinalIgnoreCase) || other.Contains(one, StringComparison.OrdinalIgnoreCase))
            return 1;

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + change));
            }
        }

        return row[^1];
    }

    private static string Unescaped(string name) => name.Replace("\\\"", "\"", StringComparison.Ordinal);

    // A line of Playwright's aria snapshot: - button "Add to cart" [disabled]
    [GeneratedRegex("""^\s*- '?(?<role>[a-z]+) "(?<name>(?:[^"\\]|\\.)+)"(?=[\s:']|$)""", RegexOptions.Multiline)]
    private static partial Regex Line();
}

using Microsoft.Playwright;

namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>One page and what a shopper does on it, one gesture after the other.</summary>
internal sealed record Visit(IReadOnlyList<Gesture> Gestures)
{
    public string Path => Gestures[0].Path;

    public Func<IAPIRequestContext, Task>? Given => Gestures[0].Given;

    /// <summary>
    /// As few visits as do: what is pushed once a page needs a page for each, and what takes the shopper away comes last.
    /// </summary>
    public static IReadOnlyList<Visit> Of(IEnumerable<Gesture> gestures)
    {
        List<Visit> visits = [];
        foreach (var gesture in gestures.OrderBy(gesture => gesture.IsLast))
        {
            var place = visits.FindIndex(visit => visit.HasRoomFor(gesture));
            if (place < 0)
                visits.Add(new Visit([gesture]));
            else
                visits[place] = new Visit([.. visits[place].Gestures, gesture]);
        }

        return visits;
    }

    public override string ToString() => string.Join(", ", Gestures);

    private bool HasRoomFor(Gesture gesture) =>
        Path == gesture.Path
        && Given == gesture.Given
        && !Gestures[^1].IsLast
        && !Gestures.Any(other => other.Pushes.Intersect(gesture.Pushes).Any());
}

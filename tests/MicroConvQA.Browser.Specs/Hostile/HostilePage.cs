using Microsoft.AspNetCore.Http;

namespace MicroConvQA.Browser.Specs.Hostile;

/// <summary>A page that does what no shop should, and that no walk may hang on.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Html">Its markup; "" = it is answered by <see cref="Answer"/>.</param>
internal sealed record HostilePage(string Name, string Html)
{
    /// <summary>The page's path.</summary>
    public const string Path = "/hostile";

    /// <summary>What a path of its own is answered with; null = nothing else is asked for.</summary>
    public Func<HttpContext, Task>? Answer { get; init; }

    /// <summary>The path that is answered so.</summary>
    public string AnswerPath { get; init; } = Path;

    /// <summary>Whether it is walked in each run; false = at night.</summary>
    public bool IsOfGate { get; init; }

    public override string ToString() => Name;
}

namespace MicroConvQA.Journeys.Consent;

/// <summary>A control of a consent banner: the first of its ways that shows something is used.</summary>
/// <param name="Css">CSS selectors, in the order in which they are tried; open shadow roots are looked into.</param>
/// <param name="Names">Accessible names, whole and in any case, in the order in which they are tried.</param>
internal sealed record BannerControl(IReadOnlyList<string> Css, IReadOnlyList<string> Names)
{
    /// <summary>A control that the platform does not have.</summary>
    public static BannerControl Absent { get; } = new([], []);

    /// <summary>A control that is found by its markup.</summary>
    public static BannerControl Of(params IReadOnlyList<string> css) => new(css, []);

    /// <summary>A control that is found by what it is called.</summary>
    public static BannerControl Named(params IReadOnlyList<string> names) => new([], names);

    /// <summary>How messages name it: its selectors, or its first names.</summary>
    public override string ToString() =>
        Css.Count > 0
            ? string.Join(", ", Css)
            : $"{string.Join(", ", Names.Take(4).Select(name => $"'{name}'"))}{(Names.Count > 4 ? " …" : "")}";
}

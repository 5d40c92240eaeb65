namespace MicroConvQA.DemoShop.Pages;

/// <summary>The line icons of the shop.</summary>
internal static class Icons
{
    public static Html Heart { get; } = Icon("M12 20S4 15 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15 12 20 12 20z");
    public static Html Scales { get; } = Icon("M12 4v16M7 20h10M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z");
    public static Html Person { get; } = Icon("M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c1-5 4-7 8-7s7 2 8 7");
    public static Html Bag { get; } = Icon("M5 8h14l1 12H4zM9 8a3 3 0 0 1 6 0");
    public static Html Menu { get; } = Icon("M4 7h16M4 12h16M4 17h16");
    public static Html Close { get; } = Icon("M6 6l12 12M18 6L6 18");
    public static Html Search { get; } = Icon("M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5");
    public static Html Magnifier { get; } = Icon("M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5M8 11h6M11 8v6");
    public static Html Left { get; } = Icon("M15 5l-7 7 7 7");
    public static Html Right { get; } = Icon("M9 5l7 7-7 7");
    public static Html Play { get; } = Icon("M8 5l11 7-11 7z");

    private static Html Icon(string path) =>
        Html.Of($"""<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{path}"/></svg>""");
}

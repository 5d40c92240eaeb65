namespace MicroConvQA.DemoShop.Catalog;

/// <summary>A place where one can sit on the chairs.</summary>
internal sealed record Store(string City, string Street, string Hours)
{
    public static IReadOnlyList<Store> All { get; } =
    [
        new("Hamburg", "Elbchaussee 1", "Monday to Saturday, 10 to 19"),
        new("Berlin", "Torstraße 88", "Monday to Saturday, 11 to 20"),
        new("Munich", "Reichenbachstraße 12", "Tuesday to Saturday, 10 to 18"),
        new("Copenhagen", "Ravnsborggade 4", "Monday to Saturday, 10 to 18"),
        new("New York", "Bleecker Street 310", "Every day, 11 to 19"),
    ];

    public static IReadOnlyList<Store> Near(string city) =>
        [.. All.Where(store => store.City.Contains(city.Trim(), StringComparison.OrdinalIgnoreCase))];
}

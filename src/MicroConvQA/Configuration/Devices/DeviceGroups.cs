namespace MicroConvQA.Configuration.Devices;

/// <summary>
/// The groups that devices fall into by what they are, and what a name in a journey or on the command line means by them.
/// </summary>
internal static class DeviceGroups
{
    public const string Desktop = "desktop";
    public const string Phone = "phone";
    public const string Tablet = "tablet";

    // Between the widest phone and the narrowest tablet of Playwright's descriptors.
    private const int NarrowestTablet = 600;

    public static IReadOnlyList<string> All { get; } = [Desktop, Phone, Tablet];

    public static string Of(bool isMobile, ScreenSize viewport) =>
        !isMobile ? Desktop
        : Math.Min(viewport.Width, viewport.Height) < NarrowestTablet ? Phone
        : Tablet;

    /// <summary>Whether a name means this device: its own, or its group's.</summary>
    public static bool Means(string name, DeviceProject device) => name == device.Name || name == device.Group;
}

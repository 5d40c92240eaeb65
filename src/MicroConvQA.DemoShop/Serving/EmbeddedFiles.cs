using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace MicroConvQA.DemoShop.Serving;

/// <summary>The scripts, styles, films and vendors' SDKs inside the assembly.</summary>
internal static class EmbeddedFiles
{
    private static readonly Assembly Home = typeof(EmbeddedFiles).Assembly;

    // Changes with every build, so that the files may be cached for ever.
    private static readonly string Version = Home.ManifestModule.ModuleVersionId.ToString("N")[..10];

    private static readonly FrozenDictionary<string, byte[]> Files = Home.GetManifestResourceNames()
        .ToFrozenDictionary(resource => resource[(resource.IndexOf('/', StringComparison.Ordinal) + 1)..], Read);

    public static string PathOf(string name) => $"/assets/{Version}/{name}";

    public static byte[]? Find(string name) =>
        name == "mixpanel.js" ? AsScript("mixpanel.cjs.js", "mixpanel") : Files.GetValueOrDefault(name);

    public static string TypeOf(string name) =>
        Path.GetExtension(name) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".webm" => "video/webm",
            var other => throw new InvalidOperationException($"The shop does not serve files such as *{other}."),
        };

    // Mixpanel's only build without its session recorder (a quarter of the size) is a CommonJS module.
    private static byte[] AsScript(string name, string global) =>
        Encoding.UTF8.GetBytes(
            $"(function (module) {{{Encoding.UTF8.GetString(Files[name])}\nwindow.{global} = module.exports;}})({{ exports: {{}} }});"
        );

    private static byte[] Read(string resource)
    {
        using var stream = Home.GetManifestResourceStream(resource)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}

using MicroConvQA.Source;

namespace MicroConvQA.Vendors;

/// <summary>The declared vendors that come with the tool.</summary>
internal static class BuiltInVendors
{
    private static readonly string[] s_names =
    [
        "aep",
        "amplitude",
        "cloudflare",
        "contentsquare",
        "customfit",
        "datadog",
        "fathom",
        "hotjar",
        "hubspot",
        "klaviyo",
        "linkedin",
        "pirsch",
        "reddit",
        "rudderstack",
        "segment",
        "snapchat",
        "tealium",
        "umami",
        "vercel",
        "vwo",
        "x",
    ];

    public static IReadOnlyList<VendorDeclaration> All { get; } = Read();

    private static IReadOnlyList<VendorDeclaration> Read()
    {
        var problems = new SourceProblems();
        var vendors = new VendorReader([], []).Read([.. s_names.Select(Text)], problems);
        problems.ThrowIfAny();
        return vendors!;
    }

    private static SourceText Text(string name)
    {
        var file = $"vendors/{name}.yaml";
        using var resource = typeof(BuiltInVendors).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded");
        using var reader = new StreamReader(resource);
        return new SourceText(file, reader.ReadToEnd());
    }
}

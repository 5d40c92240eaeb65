using MicroConvQA.Source;
using MicroConvQA.Vendors;

namespace MicroConvQA.Specs.Vendors;

/// <summary>Declared vendors of which a spec only writes what matters.</summary>
internal static class Declarations
{
    private static readonly KnownVendor[] s_known =
    [
        new("ga4", ["*.google-analytics.com/**/g/collect", "www.google.*/ads/ga-audiences"]),
        new("umami", []),
    ];

    public static VendorDeclaration Read(string yaml)
    {
        var problems = new SourceProblems();
        var vendors = new VendorReader(s_known, []).Read([Text("own", yaml)], problems);
        problems.ThrowIfAny();
        return vendors!.Single();
    }

    public static IReadOnlyList<string> ProblemsOf(params (string Name, string Yaml)[] files)
    {
        var problems = new SourceProblems();
        new VendorReader(s_known, BuiltInVendors.All).Read([.. files.Select(file => Text(file.Name, file.Yaml))], problems);
        return [.. problems.InOrder().Select(problem => problem.ToString())];
    }

    private static SourceText Text(string name, string yaml) => new($"journeys/vendors/{name}.yaml", yaml);
}

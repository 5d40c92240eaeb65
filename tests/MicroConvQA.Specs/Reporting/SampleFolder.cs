using Newtonsoft.Json.Linq;

namespace MicroConvQA.Specs.Reporting;

/// <summary>A folder of its own for one spec, with the sample run in it; it is removed at the end.</summary>
internal sealed class SampleFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("microconv-reporting-").FullName;

    public SampleRun Sample => new(Root);

    public string Results => Path.Combine(Root, "allure-results");

    public IReadOnlyList<JObject> AllureResults() =>
        [
            .. Directory
                .GetFiles(Results, "*-result.json")
                .Order(StringComparer.Ordinal)
                .Select(file => JObject.Parse(File.ReadAllText(file))),
        ];

    public JObject AllureResult(string name) => AllureResults().Single(result => (string?)result["name"] == name);

    public string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}

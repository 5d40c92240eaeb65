using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace MicroConvQA.Reporting.Allure;

/// <summary>The folder of Allure result files; what an earlier run left there is removed, and nothing else.</summary>
internal sealed class ResultsDirectory(string path)
{
    private static readonly string[] OwnFiles =
    [
        "*-result.json",
        "*-container.json",
        "*-globals.json",
        "*-attachment",
        "*-attachment.*",
        "environment.properties",
        "categories.json",
        "executor.json",
    ];

    private static readonly JsonSerializerSettings Format = new()
    {
        ContractResolver = new CamelCasePropertyNamesContractResolver(),
        Converters = [new StringEnumConverter(new CamelCaseNamingStrategy())],
        NullValueHandling = NullValueHandling.Ignore,
        Formatting = Formatting.Indented,
    };

    public void Clear()
    {
        Directory.CreateDirectory(path);
        foreach (var file in OwnFiles.SelectMany(pattern => Directory.EnumerateFiles(path, pattern)).ToList())
            File.Delete(file);
    }

    public async Task WriteAsync(AllureTest test, CancellationToken cancellationToken)
    {
        foreach (var file in test.Files)
        {
            var target = Path.Combine(path, file.Source);
            if (file.CopyOf is not null)
                File.Copy(file.CopyOf, target, overwrite: true);
            else
                await File.WriteAllBytesAsync(target, file.Content ?? [], cancellationToken);
        }

        await WriteJsonAsync($"{test.Result.Uuid}-result.json", test.Result, cancellationToken);
    }

    public Task WriteJsonAsync(string name, object value, CancellationToken cancellationToken) =>
        WriteTextAsync(name, JsonConvert.SerializeObject(value, Format) + "\n", cancellationToken);

    public Task WriteTextAsync(string name, string text, CancellationToken cancellationToken) =>
        File.WriteAllTextAsync(Path.Combine(path, name), text, new UTF8Encoding(false), cancellationToken);
}

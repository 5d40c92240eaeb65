using System.Security.Cryptography;
using System.Text;

namespace MicroConvQA.Reporting.Allure;

/// <summary>
/// The pinned npm package <c>allure</c>, installed into a folder of the user's cache when it is first needed. The folder is named by the
/// lock file's hash, so that another version of the tool has another one and nothing is ever changed in place.
/// </summary>
internal sealed class AllurePackage(NodePrograms node, string cacheDirectory)
{
    private static readonly string[] PackageFiles = ["package.json", "package-lock.json", ".npmrc"];

    /// <summary>Returns the path of Allure's command line script, after having installed it where it was not there.</summary>
    public async Task<string> InstallAsync(CancellationToken cancellationToken)
    {
        var home = Path.Combine(cacheDirectory, $"allure-{LockFileHash()}");
        var script = Path.Combine(home, "node_modules", "allure", "cli.js");
        if (File.Exists(script))
            return script;

        // Installed beside and moved at the end: a run that is stopped, or a second one at the same time, leaves no half of it.
        var workshop = Directory.CreateDirectory(Path.Combine(cacheDirectory, $"installing-{Guid.NewGuid():N}")).FullName;
        try
        {
            foreach (var name in PackageFiles)
                await File.WriteAllTextAsync(Path.Combine(workshop, name), TextOf(name), cancellationToken);
            await node.RunAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], workshop, cancellationToken);
            MoveUnlessThere(workshop, home, script);
        }
        finally
        {
            if (Directory.Exists(workshop))
                Directory.Delete(workshop, recursive: true);
        }

        return script;
    }

    private static void MoveUnlessThere(string workshop, string home, string script)
    {
        try
        {
            Directory.Move(workshop, home);
        }
        catch (IOException) when (File.Exists(script))
        {
            // Another run was quicker; its installation is the same.
        }
    }

    private static string LockFileHash() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TextOf("package-lock.json"))))[..12];

    private static string TextOf(string name)
    {
        using var stream = typeof(AllurePackage).Assembly.GetManifestResourceStream($"allure-npm/{name}")
            ?? throw new InvalidOperationException($"The file '{name}' of the allure npm package is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

namespace MicroConvQA.Specs;

/// <summary>A folder of its own for one spec, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("microconvqa-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

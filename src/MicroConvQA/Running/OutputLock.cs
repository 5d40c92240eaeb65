using MicroConvQA.Configuration;
using MicroConvQA.Source;

namespace MicroConvQA.Running;

/// <summary>
/// Keeps an output folder for one run: two of them would delete each other's recordings and mix their reports. It is the operating
/// system's, so that a run that was killed holds nothing.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    private const string FileName = ".microconv-run";

    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream file;

    private OutputLock(FileStream file) => this.file = file;

    /// <exception cref="SourceProblemException">Another run has the folder.</exception>
    public static OutputLock Take(RunConfiguration configuration)
    {
        var folder = configuration.OutputDirectory;
        try
        {
            return new OutputLock(
                new FileStream(
                    Path.Combine(folder, FileName),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    bufferSize: 1,
                    FileOptions.DeleteOnClose
                )
            );
        }
        catch (IOException problem) when (Held.Contains(problem.HResult))
        {
            throw new SourceProblemException([
                new SourceProblem(
                    SourcePlace.Whole(configuration.Source.File),
                    $"{folder} is written by another run at this moment. Wait until it is over. {OutputFolders.Remedy}"
                ),
            ]);
        }
    }

    public void Dispose() => file.Dispose();
}

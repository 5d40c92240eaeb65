using System.Text;

namespace MicroConvQA.Source;

/// <summary>The door through which authors' files are read from the disk.</summary>
internal static class SourceFile
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's text; null where it cannot be read, which is added to the problems.</summary>
    /// <param name="path">The file's absolute path.</param>
    /// <param name="root">The absolute folder that messages name the file relative to.</param>
    /// <param name="problems">Collects what is wrong.</param>
    public static SourceText? TryRead(string path, string root, SourceProblems problems)
    {
        var name = Path.GetRelativePath(root, path).Replace('\\', '/');
        try
        {
            var size = new FileInfo(path).Length;
            if (size <= SourceLimits.Bytes)
                return new SourceText(name, s_strict.GetString(File.ReadAllBytes(path)));
            problems.Add(SourcePlace.Whole(name), FileSize.TooLarge(size));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            problems.Add(SourcePlace.Whole(name), $"there is no such file in {root}.");
        }
        catch (DecoderFallbackException)
        {
            problems.Add(SourcePlace.Whole(name), "the file is not UTF-8. Save it as UTF-8.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(SourcePlace.Whole(name), $"the file cannot be read: {fault.Message}");
        }
        return null;
    }
}

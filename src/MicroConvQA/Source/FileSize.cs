using System.Globalization;
using System.Text;

namespace MicroConvQA.Source;

/// <summary>Refuses files that are too large to have been written by a person.</summary>
internal static class FileSize
{
    public static bool IsWithinLimit(SourceText source, SourceProblems problems)
    {
        var bytes = Encoding.UTF8.GetByteCount(source.Text);
        if (bytes <= SourceLimits.Bytes)
            return true;
        problems.Add(new SourcePlace(source.File, 1, 1), TooLarge(bytes));
        return false;
    }

    public static string TooLarge(long bytes) =>
        string.Create(CultureInfo.InvariantCulture, $"the file has {bytes:N0} bytes; at most {SourceLimits.Bytes:N0} are read. Split it.");
}

using System.Globalization;
using System.Text;

namespace MicroConvQA.Reporting.Allure;

/// <summary>
/// Gathers the files of one test. Every attachment gets a file of its own, because Allure takes the second use of a file for a missing one.
/// </summary>
internal sealed class AttachmentSheaf(string uuid, string directory)
{
    private readonly List<AttachedFile> files = [];

    public IReadOnlyList<AttachedFile> Files => files;

    public AllureAttachment Text(string name, string type, string extension, string content) =>
        Add(name, type, extension, Encoding.UTF8.GetBytes(content), copyOf: null);

    /// <summary>A file of the walk's folder; one that is not there is named as such instead of being left out.</summary>
    public AllureAttachment FromWalk(string name, string type, string file)
    {
        var path = Path.Combine(directory, file);
        return File.Exists(path)
            ? Add(name, type, Path.GetExtension(file).TrimStart('.'), content: null, path)
            : Text(
                $"{name} (lost)",
                "text/plain",
                "txt",
                $"The recording names the file '{file}', but it is no longer in the walk's folder."
            );
    }

    private AllureAttachment Add(string name, string type, string extension, byte[]? content, string? copyOf)
    {
        var number = (files.Count + 1).ToString("00", CultureInfo.InvariantCulture);
        var source = $"{uuid}-{number}-attachment.{extension}";
        files.Add(new AttachedFile(source, content, copyOf));
        return new AllureAttachment(name, source, type);
    }
}

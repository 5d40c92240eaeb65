namespace MicroConvQA.Cli.Display;

/// <summary>
/// One stream of the console. An implementer must write lines whole and in order, also when several threads write, and must not read texts
/// as markup.
/// </summary>
internal interface ILineWriter
{
    /// <summary>The terminal's width; null where the stream goes to a file or a pipe, and lines are as long as they are.</summary>
    int? Width { get; }

    void Write(IEnumerable<Line> lines);
}

namespace MicroConvQA.Cli.Display;

/// <summary>The door to the console. An implementer must write each line at once and in order, and must not read texts as markup.</summary>
public interface IScreen
{
    /// <summary>The terminal's width; null where the output goes to a file or a pipe, and lines are as long as they are.</summary>
    int? Width { get; }

    void Write(params IEnumerable<Line> lines);

    /// <summary>To the error stream, where compilers write problems.</summary>
    void WriteError(params IEnumerable<Line> lines);
}

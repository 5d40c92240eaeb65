namespace MicroConvQA.Cli.Display;

/// <summary>What a piece of text wants to say beside its words; a terminal shows it as colour, a file not at all.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Quiet,
    Good,
    Bad,
    Doubtful,
}

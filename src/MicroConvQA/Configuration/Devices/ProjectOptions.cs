using MicroConvQA.Source;

namespace MicroConvQA.Configuration.Devices;

/// <summary>One entry of <c>projects</c> as the author wrote it.</summary>
internal sealed record ProjectOptions(string Name, SourcePlace NamePlace, UseOptions Use, SourcePlace Place);

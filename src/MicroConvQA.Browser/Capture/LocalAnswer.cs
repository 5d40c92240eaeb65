namespace MicroConvQA.Browser.Capture;

/// <summary>What an analytics request is answered with on this machine, as its vendor would.</summary>
internal sealed record LocalAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body);

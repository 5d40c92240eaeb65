namespace MicroConvQA.Decoding.Content;

/// <summary>
/// Says in one sentence why a request cannot be read; the traffic decoder turns it into <see cref="DecodedRequest.Problem"/>.
/// </summary>
public sealed class UnreadableRequestException(string reason) : Exception(reason);

namespace MicroConvQA.Decoding.Recognition;

/// <summary>An endpoint and the decoder that reads what is sent there.</summary>
internal sealed record Route(Endpoint Endpoint, IHitDecoder Decoder);

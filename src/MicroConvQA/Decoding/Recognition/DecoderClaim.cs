namespace MicroConvQA.Decoding.Recognition;

/// <summary>Whose a request is.</summary>
/// <param name="Decoder">The decoder whose vendor it belongs to; null = nobody's.</param>
/// <param name="Rival">Another decoder that claims it with the same right; null = none.</param>
/// <param name="Carries">Whether it carries hits.</param>
internal readonly record struct DecoderClaim(
    IHitDecoder? Decoder,
    IHitDecoder? Rival = null,
    EndpointCarries Carries = EndpointCarries.Hits
)
{
    public DecoderClaim Add(IHitDecoder decoder, EndpointCarries carries) =>
        Decoder switch
        {
            null => new DecoderClaim(decoder, Carries: carries),
            var first when first == decoder => carries == EndpointCarries.Hits ? this with { Carries = carries } : this,
            _ => this with { Rival = decoder },
        };
}

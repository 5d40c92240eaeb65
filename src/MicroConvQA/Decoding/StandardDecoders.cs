using MicroConvQA.Decoding.DataLayer;
using MicroConvQA.Decoding.Ga4;
using MicroConvQA.Decoding.Mixpanel;
using MicroConvQA.Decoding.Plausible;
using MicroConvQA.Decoding.Snowplow;

namespace MicroConvQA.Decoding;

/// <summary>The decoders that come with the tool.</summary>
public static class StandardDecoders
{
    public static DecoderSet All { get; } = DecoderSet.Empty
        .With(new DataLayerDecoder())
        .With(new Ga4Decoder())
        .With(new MixpanelDecoder())
        .With(new PlausibleDecoder())
        .With(new SnowplowDecoder());
}

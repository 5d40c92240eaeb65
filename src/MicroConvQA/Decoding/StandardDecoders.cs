using MicroConvQA.Decoding.Clarity;
using MicroConvQA.Decoding.DataLayer;
using MicroConvQA.Decoding.Ga4;
using MicroConvQA.Decoding.GoogleAds;
using MicroConvQA.Decoding.Matomo;
using MicroConvQA.Decoding.Meta;
using MicroConvQA.Decoding.Mixpanel;
using MicroConvQA.Decoding.Optimizely;
using MicroConvQA.Decoding.Pinterest;
using MicroConvQA.Decoding.Plausible;
using MicroConvQA.Decoding.PostHog;
using MicroConvQA.Decoding.Shopify;
using MicroConvQA.Decoding.Snowplow;
using MicroConvQA.Decoding.TikTok;
using MicroConvQA.Decoding.Uet;
using MicroConvQA.Decoding.UniversalAnalytics;
using MicroConvQA.Vendors;

namespace MicroConvQA.Decoding;

/// <summary>The decoders that come with the tool.</summary>
public static class StandardDecoders
{
    public static DecoderSet All { get; } = DecoderSet.Empty
        .With(new ClarityDecoder())
        .With(new DataLayerDecoder())
        .With(new Ga4Decoder())
        .With(new GoogleAdsDecoder())
        .With(new MatomoDecoder())
        .With(new MetaDecoder())
        .With(new MixpanelDecoder())
        .With(new OptimizelyDecoder())
        .With(new PinterestDecoder())
        .With(new PlausibleDecoder())
        .With(new PostHogDecoder())
        .With(new ShopifyDecoder())
        .With(new SnowplowDecoder())
        .With(new TikTokDecoder())
        .With(new UaDecoder())
        .With(new UetDecoder())
        .WithDeclared(BuiltInVendors.All);
}

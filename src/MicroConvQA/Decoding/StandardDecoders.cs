using MicroConvQA.Configuration.Destinations;
using MicroConvQA.Decoding.AdobeAnalytics;
using MicroConvQA.Decoding.Clarity;
using MicroConvQA.Decoding.Criteo;
using MicroConvQA.Decoding.DataLayer;
using MicroConvQA.Decoding.Floodlight;
using MicroConvQA.Decoding.Ga4;
using MicroConvQA.Decoding.GoogleAds;
using MicroConvQA.Decoding.Heap;
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
using MicroConvQA.Decoding.Yandex;
using MicroConvQA.Vendors;

namespace MicroConvQA.Decoding;

/// <summary>The decoders that come with the tool.</summary>
public static class StandardDecoders
{
    public static DecoderSet All { get; } =
        DecoderSet
            .Empty.With(new AdobeAnalyticsDecoder())
            .With(new ClarityDecoder())
            .With(new CriteoDecoder())
            .With(new DataLayerDecoder())
            .With(new FloodlightDecoder())
            .With(new Ga4Decoder())
            .With(new GoogleAdsDecoder())
            .With(new HeapDecoder())
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
            .With(new YandexDecoder())
            .WithDeclared(BuiltInVendors.All);

    /// <summary>Whether a destination is the page's data layer, and not on the wire.</summary>
    internal static bool ReadsDataLayer(Destination destination) => All.Find(destination.Vendor)?.Vendor.ReadsDataLayer == true;
}

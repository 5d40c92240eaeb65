namespace MicroConvQA.Vendors;

/// <summary>What a declaration rests on.</summary>
internal enum RestsOn
{
    RealSdk,
    RecordedTraffic,
    PublishedSource,
    Documentation,
}

using MicroConvQA.NUnit;

namespace MicroConvQA.JourneyTests;

/// <summary>A run in which nothing looks any more is green too.</summary>
public sealed class ShopCanary : CanaryTests;

namespace MicroConvQA.Configuration.Sites;

/// <summary>What <c>demoShop</c> says; null settings = it is not wanted.</summary>
internal sealed record DemoShopChoice(DemoShopSettings? Settings);

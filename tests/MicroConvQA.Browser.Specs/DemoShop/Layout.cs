namespace MicroConvQA.Browser.Specs.DemoShop;

/// <summary>The two layouts of the shop.</summary>
internal enum Layout
{
    Desktop,
    Phone,
}

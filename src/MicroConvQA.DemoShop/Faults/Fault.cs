namespace MicroConvQA.DemoShop.Faults;

/// <summary>One tracking mistake that the demo shop can make on demand.</summary>
/// <param name="Name">What one writes in <c>?fault=</c> and in <see cref="DemoShopOptions.Faults"/>.</param>
/// <param name="Title">The mistake in a few words.</param>
/// <param name="WhatGoesWrong">What a shopper's action does differently while the fault is on.</param>
/// <param name="Conversion">The data-layer name of the only micro-conversion that is touched; <c>*</c> where it is not a single
/// one.</param>
/// <param name="Finding">The kind of finding, or <c>broken</c>, that a judge of the shop's traffic should report.</param>
internal sealed record Fault(string Name, string Title, string WhatGoesWrong, string Conversion, string Finding)
{
    /// <summary>
    /// A public report of the same mistake in a real shop or plugin: <c>owner/repository#number</c>; null = it is common knowledge.
    /// </summary>
    public string? Reported { get; init; }

    /// <summary>
    /// A further kind that is true of it as well, such as the amount that no longer fits where the items are wrong; null = none.
    /// </summary>
    public string? Besides { get; init; }
}

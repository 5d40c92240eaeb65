using MicroConvQA.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Decoding;

internal sealed class VendorPageSpecs
{
    [Test]
    public void The_documentation_says_what_the_decoders_do()
    {
        Approved.HoldsAgainst(VendorPage.Write(StandardDecoders.All), Path.Combine(Repository.Root, "docs", "vendors.md"));
    }
}

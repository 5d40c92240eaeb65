using MicroConvQA.DemoShop.Catalog;
using MicroConvQA.DemoShop.Serving;

namespace MicroConvQA.DemoShop.Pages;

/// <summary>An article, shortened until one asks for more.</summary>
internal static class GuidePage
{
    public const string Slug = "light-at-home";

    public static PageReply Render(Visit visit)
    {
        var lamp = ProductCatalog.Products.Single(product => product.Id == "LAMP-PEND");
        return new PageReply("How much light does a table need?", Html.Of($"""
            <article class="guide"><p class="eyebrow">Guide</p><h1>How much light does a table need?</h1>
            <div class="guide-picture" aria-hidden="true">{Drawings.Draw(lamp, lamp.Variants[0], 2)}</div>
            <p class="lead">A table is a place for work at four, for dinner at seven and for talking at ten. One lamp can do all three, if it hangs right.</p>
            <div class="clipped" id="article"><p>Hang it sixty centimetres above the table top. Lower, and it stands between the people; higher, and it shines into their eyes. Over a table that is longer than two metres, hang two.</p>
            <p>Choose warm light for the evening, at most 2,700 kelvin. For work add a second lamp from the side, not a brighter one from above: shadows tire more than darkness does.</p>
            <p>Dim. Not because it is romantic, but because eyes need half an hour to change over, and a bright table keeps them from doing so.</p>
            <p>And put the switch where the hand is when one leaves the room.</p></div>
            <button type="button" class="second" data-read-more="{Slug}" aria-expanded="false">Read more</button>
            <p><a class="linklike" href="/downloads/{Slug}.pdf" download data-download="{Slug}.pdf">Download the guide (PDF)</a></p>
            </article>
            """));
    }
}

using FluentAssertions;
using MicroConvQA.Decoding;
using MicroConvQA.Specs.Decoding;
using NUnit.Framework;

namespace MicroConvQA.Specs.Vendors;

internal sealed class DocumentedExampleSpecs
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "declared-vendors.md"));

    [Test]
    public void The_example_of_ten_lines_decodes_the_request_above_it()
    {
        var decoder = new TrafficDecoder(StandardDecoders.All.WithDeclared([Declarations.Read(Block("yaml"))]), []);

        var hit = decoder.Decode(Sample.Post("https://collect.acme.example/v1/events", Block("json"))).Hits.Single();

        (hit.Vendor, hit.Account, hit.Event, hit.StandardEvent, hit.EventId).Should().Be(("acme", "S-1", "buy", "purchase", "e-7"));
        (Sample.Json(hit.Value), hit.Currency, hit.TransactionId, hit.ItemIds.Single()).Should().Be(("129.9", "EUR", "T-1", "LAMP-ARC-01"));
        hit.StatedTime.Should().Be(DateTimeOffset.FromUnixTimeMilliseconds(1795205870123));
        hit.Unread.Should().BeEmpty();
    }

    private static string Block(string language)
    {
        var mark = $"```{language}\n";
        var start = s_page.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        return s_page[start..s_page.IndexOf("```", start, StringComparison.Ordinal)];
    }
}

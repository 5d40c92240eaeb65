using System.Globalization;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Vendors;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.Declared;

/// <summary>Decodes the requests of a vendor whose wire format is declared in YAML.</summary>
internal sealed class DeclaredDecoder : IHitDecoder
{
    private readonly VendorFormat _format;
    private readonly HitDeclaration[] _cases;

    public DeclaredDecoder(VendorDeclaration declaration)
    {
        _format = declaration.Format;
        _cases = [.. _format.Cases.Select(one => one.Hit.Over(_format.Hit))];
        Vendor = DeclaredProfile.Of(declaration);
    }

    public VendorProfile Vendor { get; }

    public bool Recognises(RequestContent request)
    {
        if (_format.Payloads.Count == 0)
            return false;
        var content = new DeclaredContent(request, _format.Encodings);
        return content.Entries(_format.Each) is [var first, ..] && _format.Payloads.Any(payload => content.Holds(payload.Where, first));
    }

    public DecodedHits Decode(RequestContent request)
    {
        var content = new DeclaredContent(request, _format.Encodings);
        var entries = content.Entries(_format.Each);
        var hits = new List<Hit>(entries.Count);
        var nameless = 0;
        foreach (var entry in entries)
            if (DeclarationOf(entry, content) is { Role: not DeclaredRole.Nothing } declaration)
            {
                if (declaration.Role == DeclaredRole.Unreadable)
                    throw new UnreadableRequestException(declaration.PartlyRead ?? "What is sent there is in a format that is not known.");
                if (new DeclaredHit(Vendor, declaration, content).Read(entry) is { } hit)
                    hits.Add(hit);
                else
                    nameless++;
            }
        return Complete(hits, entries.Count, nameless);
    }

    public StubAnswer AnswerTo(RequestContent request) => DeclaredAnswer.To(request, _format);

    private DecodedHits Complete(List<Hit> hits, int entries, int nameless) =>
        (hits.Count, nameless, entries) switch
        {
            (_, _, 0) => throw new UnreadableRequestException("It holds no events."),
            (_, 0, _) => new DecodedHits(hits),
            (0, _, _) => throw new UnreadableRequestException($"It names no event: nothing stands at {NamePlaces()}."),
            _ => new DecodedHits(
                hits,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{nameless} of the {entries} entries sent to {Vendor.Title} name no event, so what they carry is unknown."
                )
            ),
        };

    private HitDeclaration DeclarationOf(JToken? entry, DeclaredContent content)
    {
        for (var index = 0; index < _cases.Length; index++)
            if (content.Holds(_format.Cases[index].Where, entry))
                return _cases[index];
        return _format.Hit;
    }

    private string NamePlaces() =>
        string.Join(
            " or ",
            _cases
                .Append(_format.Hit)
                .SelectMany(hit => hit.Parts.GetValueOrDefault(HitPart.Event) ?? [])
                .Where(source => source.Place is not null)
                .Select(source => $"'{source}'")
                .Distinct()
        );
}

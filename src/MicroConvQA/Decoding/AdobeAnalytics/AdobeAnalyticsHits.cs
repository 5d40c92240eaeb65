using System.Globalization;
using MicroConvQA.Decoding.Content;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Decoding.AdobeAnalytics;

/// <summary>
/// Builds the hits of one request: the page view or link, and beside it one for each success event, at each report suite.
/// </summary>
internal sealed class AdobeAnalyticsHits
{
    private readonly RequestContent _request;
    private readonly FieldList _fields;
    private readonly JObject _parameters = [];
    private readonly JObject _wire = [];
    private readonly IReadOnlyList<JObject> _products;
    private readonly List<string> _unread = [];

    private AdobeAnalyticsHits(RequestContent request, FieldList fields)
    {
        _request = request;
        var groups = new JObject();
        _fields = AdobeContextData.Take(fields, groups);
        AdobeAnalyticsFields.Table.Sort(Resolved(_fields), _parameters, _wire, PutNumbered);
        _products = AdobeProducts.Read(_fields["products"]);
        // A long URL is cut in two.
        if (_fields["-g"] is { Length: > 0 } rest)
            _parameters["pageURL"] = _fields["g"] + rest;
        if (AdobeProducts.Total(_products) is { } total)
            _parameters[AdobeAnalyticsFields.ProductsTotal] = total;
        PutGroups(groups);
        if (WireFields.Attach(_parameters, _wire) is { } hidden)
            _unread.Add(hidden);
        if (!fields.Has("AQE"))
            _unread.Add("It does not end with 'AQE', so it may have been cut off on its way.");
    }

    public static IReadOnlyList<Hit> Read(RequestContent request, IReadOnlyList<string?> suites, FieldList fields)
    {
        var reading = new AdobeAnalyticsHits(request, fields);
        var events = reading.Events();
        RefuseTooMany(suites.Count * (events.Count + 1), fields.Count);
        return [.. suites.SelectMany(suite => events.Select(one => reading.Build(suite, one)).Prepend(reading.Build(suite, null)))];
    }

    /// <summary>Products without an event count as viewed.</summary>
    private IReadOnlyList<AdobeEvent> Events()
    {
        var events = AdobeEvent.ReadAll(_fields["events"] ?? _fields["ev"]);
        return events.Count == 0 && _products.Count > 0 && !_fields.Has("pe")
            ? [new AdobeEvent(AdobeAnalyticsFields.ProductView, null, null)]
            : events;
    }

    private Hit Build(string? suite, AdobeEvent? success)
    {
        var parameters = (JObject)_parameters.DeepClone();
        if (success?.Value is { } value)
            parameters[AdobeAnalyticsFields.EventValue] = value;
        return new Hit
        {
            Vendor = "adobe-analytics",
            Account = suite,
            Event = success?.Name ?? Name(),
            Parameters = parameters,
            Items = [.. _products.Select(product => (JObject)product.DeepClone())],
            EventId = success?.Serial ?? (success?.Name == AdobeAnalyticsFields.Purchase ? _fields["purchaseID"] : null),
            ClientId = AdobeAnalyticsFields.Visitors.Select(name => _fields[name]).FirstOrDefault(id => id is { Length: > 0 }),
            PageUrl = JsonText.NotEmpty(_parameters["pageURL"]),
            StatedTime = WireNumber.ReadTime(_fields["ts"]) ?? LocalTime(_fields["t"]),
            Request = _request.Request,
            Unread = _unread,
        };
    }

    /// <summary>A link is called by its name, every other request that is no page view by its type.</summary>
    private string Name() =>
        _fields["pe"] switch
        {
            not { Length: > 0 } => AdobeAnalyticsFields.PageView,
            ['l', 'n', 'k', '_', ..] when _fields["pev2"] is { Length: > 0 } name => name,
            var type => type,
        };

    private bool PutNumbered(Field field)
    {
        var (name, value) = field;
        var digits = name.AsSpan().IndexOfAnyInRange('0', '9');
        if (
            digits <= 0
            || name.AsSpan(digits).IndexOfAnyExceptInRange('0', '9') >= 0
            || !AdobeAnalyticsFields.Numbered.TryGetValue(name[..digits], out var kind)
        )
            return false;
        // The campaign is an eVar without a number of its own.
        if (name == "v0")
            return false;
        _parameters[kind + name[digits..]] = value;
        return true;
    }

    private void PutGroups(JObject groups)
    {
        foreach (var (name, group) in groups)
            if (name == "c")
                _parameters[AdobeAnalyticsFields.ContextData] = group;
            else
                _wire[name] = group;
    }

    /// <summary>A value may name another field that it repeats: <c>v20=D=c20</c> behind <c>D=D=</c>.</summary>
    private static FieldList Resolved(FieldList fields) =>
        fields["D"] is not { Length: > 0 } prefix
            ? fields
            : new FieldList([
                .. fields.Select(field =>
                    field.Name != "D"
                    && field.Value.StartsWith(prefix, StringComparison.Ordinal)
                    && fields[field.Value[prefix.Length..]] is { } repeated
                        ? new Field(field.Name, repeated)
                        : field
                ),
            ]);

    /// <summary>
    /// The visitor's clock, months from 0, with the weekday and the minutes that it is behind UTC: <c>20/10/2026 20:41:8 5 0</c>.
    /// </summary>
    private static DateTimeOffset? LocalTime(string? text)
    {
        if (
            text?.Split([' ', '/', ':']) is not [_, _, _, _, _, _, _, _] parts
            || !parts.All(part => int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        )
            return null;
        var numbers = parts.Select(part => int.Parse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)).ToArray();
        var local = string.Create(
            CultureInfo.InvariantCulture,
            $"{numbers[2]:0000}-{numbers[1] + 1L:00}-{numbers[0]:00} {numbers[3]:00}:{numbers[4]:00}:{numbers[5]:00}"
        );
        return
            Math.Abs((long)numbers[7]) < 1_440
            && DateTime.TryParseExact(local, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && time.Year is > 1970 and < 9999
            ? new DateTimeOffset(time.AddMinutes(numbers[7]), TimeSpan.Zero)
            : null;
    }

    private static void RefuseTooMany(int hits, int fields)
    {
        if (hits > DecodingLimits.Events)
            throw WireList.TooManyEvents();
        if ((long)hits * fields > DecodingLimits.CopiedValues)
            throw new UnreadableRequestException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Its events together hold more than {DecodingLimits.CopiedValues:N0} values, which is more than is read of one request."
                )
            );
    }
}

using System.Text;
using MicroConvQA.Recording;
using Microsoft.AspNetCore.WebUtilities;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MicroConvQA.Benchmarks.Decoding;

/// <summary>
/// What anybody would do first with the same bytes: take the query and forms apart and parse JSON, and know nothing of vendors.
/// </summary>
internal static class PlainReference
{
    public static int Read(CapturedRequest request)
    {
        var query = request.Url.IndexOf('?', StringComparison.Ordinal);
        var read = query < 0 ? 0 : QueryHelpers.ParseQuery(request.Url[query..]).Count;
        return request.Body.Length == 0 ? read : read + ReadBody(Encoding.UTF8.GetString(request.Body));
    }

    private static int ReadBody(string body)
    {
        if (body is not ['{' or '[', ..])
            return QueryHelpers.ParseQuery(body).Count;
        using var json = new JsonTextReader(new StringReader(body)) { SupportMultipleContent = true };
        var values = 0;
        while (json.Read())
            values += JToken.ReadFrom(json).HasValues ? 1 : 0;
        return values;
    }
}

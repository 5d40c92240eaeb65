using System.Text;

namespace MicroConvQA.Decoding.Answers;

/// <summary>The answers that vendors give.</summary>
internal static class StubAnswers
{
    private static readonly byte[] TransparentGif = Convert.FromBase64String(
        "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw=="
    );

    public static StubAnswer NoContent { get; } = new() { Status = 204 };

    /// <summary>One transparent pixel: an image that is answered with 204 reports an error to the page.</summary>
    public static StubAnswer Pixel { get; } = Of("image/gif", TransparentGif);

    /// <summary>An empty page: a frame that is answered with 204 never loads.</summary>
    public static StubAnswer EmptyPage { get; } = Of("text/html; charset=utf-8", "<!doctype html><title></title>"u8.ToArray());

    public static StubAnswer EmptyScript { get; } = Of("text/javascript; charset=utf-8", []);

    public static StubAnswer Text(string text, int status = 200) => Of("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text), status);

    public static StubAnswer Json(string json, int status = 200) =>
        Of("application/json; charset=utf-8", Encoding.UTF8.GetBytes(json), status);

    public static StubAnswer Of(string contentType, byte[] body, int status = 200) =>
        new()
        {
            Status = status,
            Headers = new Dictionary<string, string> { ["content-type"] = contentType },
            Body = body,
        };
}

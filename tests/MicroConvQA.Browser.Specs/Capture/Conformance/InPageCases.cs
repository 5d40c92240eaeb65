using System.IO.Compression;
using MicroConvQA.Configuration.Devices;
using static MicroConvQA.Browser.Specs.Capture.Conformance.ConformanceCase;

namespace MicroConvQA.Browser.Specs.Capture.Conformance;

/// <summary>The ways in which pages send events and stay where they are, so that one page serves them all.</summary>
internal static class InPageCases
{
    private static readonly byte[] Binary = [.. Enumerable.Range(0, 256).Select(number => (byte)number)];

    private static readonly byte[] Zipped = Zip("{\"event\":\"zipped\"}");

    private static readonly byte[] Big = Text(new string('x', 300_000));

    private static readonly byte[] Nothing = [];

    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        new("image", "new Image().src = url", Nothing),
        new("css-background", "document.body.style.background = `url(${url})`", Nothing),
        new("script", "document.head.append(Object.assign(document.createElement('script'), { src: url }))", Nothing),
        new("iframe-get", "document.body.append(Object.assign(document.createElement('iframe'), { src: url }))", Nothing),
        new("fetch-get", "fetch(url)", Nothing),
        new("fetch-get-no-cors", "fetch(url, { mode: 'no-cors' })", Nothing),
        new("fetch-string", "fetch(url, { method: 'POST', body: 'a=1&b=ü' })", Text("a=1&b=ü")),
        new(
            "fetch-json",
            "fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{\"a\":1}' })",
            Text("{\"a\":1}")
        ),
        new("fetch-credentials", "fetch(url, { method: 'POST', credentials: 'include', headers: { 'X-Own': '1' }, body: 'a' })", Text("a")),
        new("fetch-put", "fetch(url, { method: 'PUT', body: 'put' })", Text("put")),
        new("fetch-blob", "fetch(url, { method: 'POST', body: new Blob(['blob']) })", Text("blob")),
        new("fetch-binary", $"fetch(url, {{ method: 'POST', body: {Bytes(Binary)} }})", Binary),
        new("fetch-gzip", $"fetch(url, {{ method: 'POST', body: {Bytes(Zipped)} }})", Zipped),
        new("fetch-gzip-blob", $"fetch(url, {{ method: 'POST', body: new Blob([{Bytes(Zipped)}]) }})", Zipped),
        new("fetch-big", "fetch(url, { method: 'POST', body: 'x'.repeat(300000) })", Big),
        new("fetch-keepalive", "fetch(url, { method: 'POST', keepalive: true, body: 'keep' })", Text("keep")),
        new("fetch-search-params", "fetch(url, { method: 'POST', body: new URLSearchParams({ a: '1 2' }) })", Text("a=1+2")),
        new("fetch-form-data", "const form = new FormData(); form.append('a', '1'); fetch(url, { method: 'POST', body: form })", Field),
        new ConformanceCase(
            "fetch-stream",
            "fetch(url, { method: 'POST', duplex: 'half', body: new Blob(['streamed']).stream() })",
            Text("streamed")
        )
        {
            NotOverHttp = "a stream needs HTTP/2",
        }.CannotBe(BrowserEngine.Firefox, "sends no streams"),
        new("fetch-request", "fetch(new Request(url, { method: 'POST', body: 'request' }))", Text("request")),
        new("xhr-get", "const x = new XMLHttpRequest(); x.open('GET', url); x.send()", Nothing),
        new("xhr-post", "const x = new XMLHttpRequest(); x.open('POST', url); x.send('xhr')", Text("xhr")),
        new("xhr-binary", $"const x = new XMLHttpRequest(); x.open('POST', url); x.send({Bytes(Binary)})", Binary),
        new("xhr-sync", "const x = new XMLHttpRequest(); x.open('POST', url, false); x.send('sync')", Text("sync")),
        new("beacon-string", "navigator.sendBeacon(url, 'beacon')", Text("beacon")),
        new("beacon-empty", "navigator.sendBeacon(url)", Nothing),
        new("beacon-blob", "navigator.sendBeacon(url, new Blob(['{}'], { type: 'application/json' }))", Text("{}")),
        new("beacon-gzip-blob", $"navigator.sendBeacon(url, new Blob([{Bytes(Zipped)}]))", Zipped),
        new("beacon-array-buffer", $"navigator.sendBeacon(url, {Bytes(Binary)}.buffer)", Binary),
        new("beacon-search-params", "navigator.sendBeacon(url, new URLSearchParams({ a: '1' }))", Text("a=1")),
        new ConformanceCase("fetch-later", "fetchLater(url, { method: 'POST', body: 'later', activateAfter: 0 })", Text("later")).CannotBe(
            BrowserEngine.Firefox,
            "has no fetchLater"
        ),
        new("form-in-iframe", Form("application/x-www-form-urlencoded"), Text("a=1+2")),
        new(
            "form-in-iframe-multipart",
            Form("multipart/form-data"),
            Text("--{boundary}\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1 2\r\n--{boundary}--\r\n")
        ),
        new("prefetch", "document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: url }))", Nothing),
        new(
            "web-socket",
            "const s = new WebSocket(url.replace('http', 'ws')); s.onopen = () => { s.send('one'); s.send('two') }",
            Text("one"),
            Text("two")
        ),
        new("worker", Worker("new Worker(blob)"), Text("from a worker")),
        new("shared-worker", Worker("new SharedWorker(blob)"), Text("from a worker")),
        new("sandboxed-iframe", Frame("sandbox", "allow-scripts"), Text("from a frame")),
        new("srcdoc-iframe", Frame("class", "plain"), Text("from a frame")),
    ];

    private static byte[] Field => Text("--{boundary}\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--{boundary}--\r\n");

    private static string Bytes(byte[] bytes) => $"new Uint8Array([{string.Join(",", bytes)}])";

    private static string Form(string type) =>
        $$"""
            document.body.insertAdjacentHTML('beforeend', `<iframe name=sink></iframe><form method=post enctype='{{type}}' target=sink><input name=a value='1 2'></form>`);
            const form = [...document.forms].at(-1); form.action = url; form.submit();
            """;

    private static string Worker(string create) =>
        $$"""
            const code = `fetch('${url}', { method: 'POST', mode: 'no-cors', body: 'from a worker' })`;
            const blob = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
            window.kept = {{create}};
            """;

    private static string Frame(string attribute, string value) =>
        $$"""
            const frame = document.createElement('iframe');
            frame.setAttribute('{{attribute}}', '{{value}}');
            frame.srcdoc = `<script>navigator.sendBeacon('${url}', 'from a frame')</` + `script>`;
            document.body.append(frame);
            """;

    private static byte[] Zip(string text)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest))
            zip.Write(Text(text));
        return zipped.ToArray();
    }
}

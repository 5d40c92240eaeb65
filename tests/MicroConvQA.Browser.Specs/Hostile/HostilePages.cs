using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace MicroConvQA.Browser.Specs.Hostile;

/// <summary>The catalogue of hostile pages. A shopper opens each, and clicks on <c>Buy</c> where that is there.</summary>
internal static class HostilePages
{
    private const string Buy = "<button onclick=\"hit('kosarba')\">Buy</button>";

    public static IReadOnlyList<HostilePage> All { get; } =
    [
        // What never comes to an end.
        OnClick("a script without end behind a button", "while (true);"),
        OnLoad("a script without end in the head", "while (true);"),
        OnLoad("microtasks without end", "const again = () => Promise.resolve().then(again); setTimeout(again, 50);"),
        OnLoad("a last handler without end", "addEventListener('pagehide', () => { while (true); });"),
        OnLoad(
            "animation frames without end",
            "const draw = () => { document.title = Math.random(); requestAnimationFrame(draw); }; draw();"
        ),
        OnLoad("a timer that starts the next one at once", "const next = () => setTimeout(next, 0); next();"),
        Answered("a shop that accepts and never answers", context => Task.Delay(Timeout.Infinite, context.RequestAborted)) with
        {
            IsOfGate = true,
        },
        Answered("a response without end", EndlessPageAsync),
        Answered("a download without end", EndlessFileAsync),
        Answered("a redirect to itself", RedirectAsync),
        new("a script that never comes", $"<script src=/never.js></script>{Buy}")
        {
            AnswerPath = "/never.js",
            Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted),
        },
        OnLoad("a page that navigates for ever", "addEventListener('load', () => { location.href = '/hostile?' + Math.random(); });"),
        OnLoad("a page that reloads before it has come", "location.reload();"),
        // Too much of one thing.
        OnClick(
            "50,000 pushes in a loop",
            "window.dataLayer ??= []; for (let i = 0; i < 50000; i++) dataLayer.push({ event: 'flood', i });"
        ),
        OnClick(
            "100 MB of pushes",
            "window.dataLayer ??= []; const text = 'x'.repeat(10000); for (let i = 0; i < 1000; i++) dataLayer.push({ event: 'flood', a: [text, text, text, text, text, text, text, text, text, text] });"
        ),
        OnClick("a console flood", "for (let i = 0; ; i++) console.log('flood', i);"),
        OnClick("a history flood", "for (let i = 0; ; i++) history.pushState({}, '', '?' + i);"),
        OnClick("a popup storm", "setInterval(() => window.open('/hostile'), 20); for (let i = 0; i < 20; i++) window.open('/hostile');"),
        new("a frame bomb", $"{Buy}<iframe src='/hostile?a'></iframe><iframe src='/hostile?b'></iframe>"),
        OnClick(
            "a WebSocket flood",
            "const socket = new WebSocket(location.origin.replace('http', 'ws') + '/socket'); socket.onopen = () => setInterval(() => { for (let i = 0; i < 1000; i++) socket.send('x'.repeat(1000)); }, 1);"
        ) with
        {
            AnswerPath = "/socket",
            Answer = SwallowAsync,
        },
        OnClick(
            "a beacon flood",
            "setInterval(() => { for (let i = 0; i < 100; i++) fetch('/collect?n=flood', { method: 'POST', keepalive: true }).catch(() => {}); }, 10);"
        ),
        OnClick("a cookie flood", "for (let i = 0; ; i++) document.cookie = 'c' + i + '=' + 'x'.repeat(3000);"),
        OnClick("a storage flood", "for (let i = 0; ; i++) try { sessionStorage['k' + i] = 'x'.repeat(1e5); } catch { break; }"),
        OnClick("a tree of a million elements", "for (let i = 0; i < 1e6; i++) document.body.append(document.createElement('i'));"),
        OnClick("memory without end", "const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()));"),
        // What asks the shopper.
        OnClick("an alert storm", "while (true) alert('!');"),
        OnClick("a print dialog", "while (true) print();"),
        OnClick(
            "a prompt before each step away",
            "onbeforeunload = event => { event.preventDefault(); return event.returnValue = 'Stay?'; };"
        ),
        OnClick("a page that goes to full screen", "document.documentElement.requestFullscreen();"),
        OnClick("a page that locks the pointer", "document.body.requestPointerLock();"),
        OnClick(
            "a page that asks for every permission",
            "navigator.geolocation.getCurrentPosition(() => {}); Notification.requestPermission(); navigator.mediaDevices?.getUserMedia({ video: true, audio: true });"
        ),
        // What takes away the ground.
        OnClick(
            "document.open in a loop",
            "setInterval(() => { document.open(); document.write('<button>Buy</button>'); document.close(); }, 5);"
        ),
        new(
            "a service worker that answers nothing",
            $"{Buy}<script>navigator.serviceWorker.register('/worker.js'); navigator.serviceWorker.ready.then(() => {{ if (!navigator.serviceWorker.controller) location.reload(); }});</script>"
        )
        {
            AnswerPath = "/worker.js",
            Answer = WorkerAsync,
        },
        OnLoad(
            "an overridden JSON",
            "window.JSON = { stringify: () => 'null', parse: JSON.parse }; (window.dataLayer ??= []).push({ event: 'any' });"
        ) with
        {
            IsOfGate = true,
        },
        OnLoad(
            "overridden arrays",
            "for (const name of ['push', 'map', 'forEach', 'filter', 'slice', 'splice', 'join', 'some', 'findIndex', 'includes', Symbol.iterator]) Array.prototype[name] = () => { throw new Error('no'); }; (window.dataLayer ??= []).push?.({ event: 'any' });"
        ),
        OnLoad(
            "an overridden Promise",
            "window.Promise = function () { throw new Error('no'); }; Promise.resolve = Promise.all = () => null; dataLayer = []; dataLayer.push({ event: 'any' });"
        ),
        OnLoad(
            "an overridden fetch",
            "window.fetch = () => { throw new Error('no'); }; window.XMLHttpRequest = null; navigator.sendBeacon = null;"
        ),
        OnLoad(
            "an overridden Object",
            "for (const name of ['keys', 'defineProperty', 'getOwnPropertyDescriptor', 'fromEntries', 'entries', 'assign']) Object[name] = () => { throw new Error('no'); }; window.Object = null; window.dataLayer = []; dataLayer.push({ event: 'any' });"
        ),
        OnLoad(
            "an overridden EventTarget",
            "EventTarget.prototype.addEventListener = EventTarget.prototype.dispatchEvent = EventTarget.prototype.removeEventListener = () => { throw new Error('no'); }; window.EventTarget = null;"
        ),
        OnLoad(
            "an overridden MutationObserver",
            "window.MutationObserver = window.IntersectionObserver = window.ResizeObserver = function () { throw new Error('no'); };"
        ),
        OnLoad(
            "overridden maps and sets",
            "window.Map = window.Set = window.WeakMap = window.WeakSet = function () { throw new Error('no'); }; Map.prototype = {}; (window.dataLayer ??= []).push({ event: 'any' });"
        ),
        OnLoad(
            "overridden strings",
            "for (const name of ['slice', 'trim', 'replace', 'split', 'charCodeAt']) String.prototype[name] = () => { throw new Error('no'); }; (window.dataLayer ??= []).push({ event: 'any' });"
        ),
        OnLoad(
            "overridden timers",
            "window.setTimeout = window.setInterval = window.requestAnimationFrame = () => { throw new Error('no'); }; Date.now = () => NaN; performance.now = () => NaN; (window.dataLayer ??= []).push({ event: 'any' });"
        ),
        OnLoad("an entry that never ends being read", "(window.dataLayer ??= []).push({ event: 'any', get trap() { while (true); } });"),
        OnLoad(
            "an entry of endless depth",
            "const deep = () => new Proxy({}, { ownKeys: () => ['a', 'b', 'c'], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }), get: () => deep() }); (window.dataLayer ??= []).push(deep());"
        ),
    ];

    private static HostilePage OnLoad(string name, string script) => new(name, $"<script>{script}</script>{Buy}");

    private static HostilePage OnClick(string name, string script) =>
        new(name, $"<script>function act() {{ {script} }}</script><button onclick=\"act()\">Buy</button>");

    private static HostilePage Answered(string name, Func<HttpContext, Task> answer) => new(name, "") { Answer = answer };

    private static Task EndlessPageAsync(HttpContext context) => EndlessAsync(context, "text/html", "<p>more</p>");

    private static Task EndlessFileAsync(HttpContext context)
    {
        context.Response.Headers.ContentDisposition = "attachment; filename=all.bin";
        return EndlessAsync(context, "application/octet-stream", "more");
    }

    private static async Task EndlessAsync(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type;
        var part = Encoding.UTF8.GetBytes(text);
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(10, context.RequestAborted);
        }
    }

    private static Task RedirectAsync(HttpContext context)
    {
        context.Response.Redirect($"{HostilePage.Path}?{Guid.NewGuid():N}");
        return Task.CompletedTask;
    }

    private static async Task SwallowAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[64 * 1024];
        while (socket.State == WebSocketState.Open)
        {
            await socket.ReceiveAsync(buffer, context.RequestAborted);
        }
    }

    private static Task WorkerAsync(HttpContext context)
    {
        context.Response.ContentType = "text/javascript";
        return context.Response.WriteAsync(
            "self.oninstall = () => skipWaiting(); self.onactivate = event => event.waitUntil(clients.claim()); self.onfetch = event => event.respondWith(new Promise(() => {}));"
        );
    }
}

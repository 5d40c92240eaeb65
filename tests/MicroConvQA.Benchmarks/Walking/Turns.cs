using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MicroConvQA.Benchmarks.Walking;

/// <summary>
/// Lets processes take turns, so that one walks at a time: each asks at its address for the word to walk, and its walk is over when it asks
/// again. A peer that is no .NET program needs no more than that.
/// </summary>
internal sealed class Turns : IAsyncDisposable
{
    public const string Walk = "walk";
    public const string End = "end";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly WebApplication app;
    private readonly Dictionary<string, Channel<TaskCompletionSource<string>>> asked;

    private Turns(WebApplication app, IEnumerable<string> peers) =>
        (this.app, asked) = (app, peers.ToDictionary(peer => peer, _ => Channel.CreateUnbounded<TaskCompletionSource<string>>()));

    public static async Task<Turns> OpenAsync(IEnumerable<string> peers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var turns = new Turns(builder.Build(), peers);
        turns.app.Run(turns.AnswerAsync);
        await turns.app.StartAsync();
        return turns;
    }

    public string AddressOf(string peer) => $"{app.Urls.First()}/{peer}";

    /// <summary>Waits until a peer asks.</summary>
    /// <returns>What answers it.</returns>
    public async Task<TaskCompletionSource<string>> AskedAsync(string peer)
    {
        using var limit = new CancellationTokenSource(Patience);
        return await asked[peer].Reader.ReadAsync(limit.Token);
    }

    /// <summary>Asks for the word as a peer.</summary>
    /// <returns>Whether it is to walk.</returns>
    public static async Task<bool> MayWalkAsync(HttpClient client, string address) => await client.GetStringAsync(new Uri(address)) == Walk;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var word = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        asked[context.Request.Path.Value!.Trim('/')].Writer.TryWrite(word);
        await context.Response.WriteAsync(await word.Task.WaitAsync(context.RequestAborted));
    }
}

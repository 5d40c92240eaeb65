namespace MicroConvQA.DemoShop.Serving;

/// <summary>Leaves Ctrl-C to whoever started the shop; the default lifetime would close it under a walk that is being cleaned up.</summary>
internal sealed class UnattendedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using Microsoft.Extensions.Hosting;

namespace PaymentSdk.Sandbox.Hosting;

/// <summary>Leaves the signals of the process to whoever started the gateway in it.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

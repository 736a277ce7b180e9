using Microsoft.Extensions.Hosting;

namespace PaymentSdk.AspNetCore.Start;

/// <summary>Something that is done once while the host starts, before it listens or when it has started, and that stops the host by throwing.</summary>
internal abstract class StartStep : IHostedLifecycleService
{
    private bool _begun;

    public Task StartingAsync(CancellationToken cancellationToken) => BeginOnce();

    /// <summary>Hosts of the old web host builder know no other moment.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => BeginOnce();

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        End();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Before the host listens.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>When the host has started: its addresses are bound and its endpoints are made.</summary>
    protected virtual void End()
    {
    }

    private Task BeginOnce()
    {
        if (!_begun)
        {
            _begun = true;
            Begin();
        }

        return Task.CompletedTask;
    }
}

using Microsoft.Extensions.Hosting;

namespace PaymentSdk.AspNetCore.Start;

/// <summary>A step that runs once while the host starts, before it listens or after it has started, and that stops the host by throwing.</summary>
internal abstract class StartStep : IHostedLifecycleService
{
    private bool _begun;

    public Task StartingAsync(CancellationToken cancellationToken) => BeginOnce();

    /// <summary>Begins the step in hosts of the old web host builder, which call only this method.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => BeginOnce();

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        End();
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs before the host listens.</summary>
    protected virtual void Begin()
    {
    }

    /// <summary>Runs when the host has started, its addresses are bound and its endpoints are created.</summary>
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

namespace PaymentSdk.Api.Wire;

/// <summary>
/// Ends a call that is still under way when the host has stopped. The resilience pipeline is disposed with the host and waits 30 seconds for
/// its calls: a process that hangs so long is killed. What became of the call is found by recovery, as after a crash.
/// </summary>
/// <param name="hostStopped">Cancelled when the host has stopped.</param>
internal sealed class HostEndHandler(CancellationToken hostStopped) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, hostStopped);
        return await base.SendAsync(request, either.Token).ConfigureAwait(false);
    }
}

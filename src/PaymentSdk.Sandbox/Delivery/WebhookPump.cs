using Microsoft.Extensions.Hosting;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Delivery;

/// <summary>Sends the messages that are due, several at once, until the gateway stops.</summary>
internal sealed class WebhookPump(WebhookQueue queue, WebhookSender sender, SandboxClock clock) : BackgroundService
{
    private static readonly TimeSpan _longestRest = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sending = new HashSet<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = queue.Changed;
            var now = clock.GetUtcNow();
            sending.RemoveWhere(task => task.IsCompleted);
            while (queue.Take(now) is { } delivery)
                sending.Add(SendAsync(delivery, stoppingToken));
            await RestAsync(changed, queue.DueAfter(now) - clock.GetUtcNow(), stoppingToken).ConfigureAwait(false);
        }

        await Task.WhenAll(sending).ConfigureAwait(false);
    }

    private async Task SendAsync(WebhookDelivery delivery, CancellationToken stopping)
    {
        // Lets the pump continue with the next message.
        await Task.Yield();
        queue.Finish(delivery, await sender.TryAsync(delivery, stopping).ConfigureAwait(false));
    }

    /// <summary>Waits until the queue changes or the next message is due. The end of a try is also a change.</summary>
    private async Task RestAsync(Task changed, TimeSpan? untilDue, CancellationToken stopping)
    {
        var rest = untilDue < _longestRest ? untilDue.Value : _longestRest;
        if (rest <= TimeSpan.Zero)
            return;
        try
        {
            await changed.WaitAsync(rest, clock, stopping).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // A message is due, the longest rest has ended, or the gateway is stopping.
        }
    }
}

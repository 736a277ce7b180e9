using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using PaymentSdk.Diagnostics;

namespace PaymentSdk.Inbox;

/// <summary>
/// Takes the webhooks of one registration (money.md §8): looks in the ledger first, stores what is about an order of ours,
/// and believes nothing. What it says is settled by a query, which a worker asks for.
/// </summary>
internal sealed class WebhookIntake(string merchant, IOrderLedger ledger, RecentHints recent, IntakePlaces places, OtherWebhooks others, ILogger logger)
{
    /// <summary>More than a sale makes in the minutes that a worker may be away.</summary>
    public const int MostWaiting = 10_000;

    private static readonly TimeSpan ReplayWithin = TimeSpan.FromMinutes(10);

    /// <summary>Waits for a place; take it before the body is read.</summary>
    public Task<IDisposable> EnterAsync(CancellationToken cancellationToken) => places.EnterAsync(cancellationToken);

    /// <param name="transmission">The webhook as it came.</param>
    /// <param name="cancellationToken">Ends it; whether it was stored is then not known.</param>
    /// <exception cref="LedgerException">The ledger is away; the webhook is to come again.</exception>
    public async Task<Intake> TakeAsync(Transmission transmission, CancellationToken cancellationToken)
    {
        var intake = await DecideAsync(transmission, cancellationToken).ConfigureAwait(false);
        Telemetry.CountWebhook(merchant, Word(intake));
        return intake;
    }

    private async Task<Intake> DecideAsync(Transmission transmission, CancellationToken cancellationToken)
    {
        if (!WebhookEvent.TryParse(transmission.Body, out var webhook, out var reason))
        {
            Log.WebhookUnreadable(logger, merchant, reason);
            return Intake.Malformed;
        }

        if (PaymentNews.Of(webhook) is not { } news)
            return await others.HandAsync(webhook, transmission, cancellationToken).ConfigureAwait(false);
        if (await FindAsync(news, cancellationToken).ConfigureAwait(false) is not { } attempt)
            return Intake.UnknownOrder;

        var proof = news.ProofFor(attempt);
        if (proof != Proof.Right && !recent.TryBegin(attempt.OrderId))
            return Intake.Coalesced;
        if (proof == Proof.Wrong)
            Log.WrongSecret(logger, attempt.OrderId, webhook.Type.Value);

        var message = Message(transmission, webhook, attempt.OrderId, news.Claim(proof));
        return await StoreAsync(message, proof, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Intake> StoreAsync(InboxMessage message, Proof proof, CancellationToken cancellationToken)
    {
        var stored = false;
        try
        {
            var result = await ledger.ReceiveAsync(message, MostWaiting, ReplayWithin, cancellationToken).ConfigureAwait(false);
            stored = result != InboxResult.Full;
            return result switch
            {
                InboxResult.Stored => Intake.Stored,
                InboxResult.Replayed => Intake.Replayed,
                _ => Intake.Full,
            };
        }
        finally
        {
            // What was not stored has made nothing due: the next one may.
            if (!stored && proof != Proof.Right)
                recent.Forget(message.OrderId!.Value);
        }
    }

    private static string Word(Intake intake) => intake switch
    {
        Intake.Stored => "stored",
        Intake.Replayed => "replayed",
        Intake.Coalesced => "coalesced",
        Intake.UnknownOrder => "unknown-order",
        Intake.NotAboutOrders => "not-about-orders",
        Intake.Handled => "handled",
        Intake.HandlerFailed => "handler-failed",
        Intake.WrongSignature => "wrong-signature",
        Intake.Malformed => "malformed",
        _ => "full",
    };

    private async Task<Attempt?> FindAsync(PaymentNews news, CancellationToken cancellationToken)
    {
        if (!OrderId.TryParse(news.OrderId.Value, out var orderId, out _))
            return null;
        var entry = await ledger.FindAsync(merchant, orderId, cancellationToken).ConfigureAwait(false);
        return entry is { Attempt: var attempt } && news.IsAbout(attempt) ? attempt : null;
    }

    private InboxMessage Message(Transmission transmission, WebhookEvent webhook, OrderId orderId, string claim) => new()
    {
        Merchant = merchant,
        MessageId = Guid.NewGuid(),
        BodyHash = Convert.ToHexStringLower(SHA256.HashData(transmission.Body.Span)),
        EventType = webhook.Type.Value,
        TransmissionId = IsPlain(transmission.Id) ? transmission.Id : null,
        OrderId = orderId,
        Claim = claim,
        Body = KeptBody.Of(webhook.Raw),
    };

    private static bool IsPlain(string? text) =>
        text is { Length: > 0 and <= 100 } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-');
}

using System.Security.Cryptography;
using PaymentSdk.Configuration;
using PaymentSdk.Ledger;
using PaymentSdk.Simulation.Ledger;
using PaymentSdk.Simulation.Provider;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Invariants;

/// <summary>
/// Compares every request that moves money with its row: it must be committed before it is sent, match the row, come from one worker, and
/// leave in time.
/// </summary>
internal sealed class WireRules(World world, GatewayModel gateway, Diary diary, LedgerWatch ledger)
{
    /// <summary>The last 75 seconds of the lease of 120 seconds are reserved for the answer.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(75);

    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(65);
    private static readonly TimeSpan NewRefundKey = TimeSpan.FromSeconds(135);

    private readonly Dictionary<string, List<Send>> _byOrder = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _queried = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _fingerprints = new(StringComparer.Ordinal);

    public void Sent(Send send)
    {
        if (!send.Operation.MovesMoney())
            return;
        var orderId = OrderOf(send);
        if (orderId is null || diary.Order(orderId) is not { } order || ledger.Row(orderId) is not { } row)
        {
            diary.Violate("wire-uncommitted", send.Subject, $"{send} left, but the ledger has no row for it.");
            return;
        }

        if (send.Operation.TakesMoney())
        {
            order.Purchase.FirstSent ??= world.Now;
            order.Purchase.FirstSentAmount ??= order.Amount;
        }

        CheckBeside(order, send);
        if (send.Operation == GatewayOperation.Cancel)
            CheckCancel(order, row, send);
        else
            CheckCharge(order, row.Attempt, send);
        Sends(orderId).Add(send);
    }

    /// <summary>Called when the caller got an answer or a failure.</summary>
    public void Ended(Send send)
    {
        if (send.Operation is GatewayOperation.Get or GatewayOperation.GetByOrderId && OrderOf(send) is { } orderId)
            _queried[orderId] = world.Now;
    }

    /// <summary>Called when a commit was written. A replayed answer may be outdated, so a query must precede the commit that records it.</summary>
    public void Committed(LedgerCommit commit)
    {
        foreach (var move in commit.Moves)
        {
            if (move.Journal is { } line && line.From != line.To && line.To is AttemptState.Approved or AttemptState.AwaitingDeposit)
                CheckReplay(move.Attempt.OrderId.Value, move.Attempt.IdempotencyKey?.Value, line.To.ToString());
        }

        foreach (var refund in commit.Refunds)
        {
            if (refund.State == RefundProgress.Done)
                CheckReplay(refund.OrderId.Value, refund.IdempotencyKey.Value, $"refund {refund.RefundId} is done");
        }
    }

    private void CheckReplay(string orderId, string? key, string what)
    {
        if (!_byOrder.TryGetValue(orderId, out var sends) || key is null)
            return;
        var ofKey = sends.FindAll(send => send.Key == key);
        if (ofKey is [var first, .., var last] && last.AnsweredStatus == 200 && !(_queried.GetValueOrDefault(orderId) > first.At))
            diary.Violate("replay-believed", last.Subject, $"{what} of {orderId} was recorded from the answer to {last}, which repeats #{first.Number}, without a query.");
    }

    private string? OrderOf(Send send) => send.OrderId ?? gateway.Find(send.PaymentKey ?? "")?.Plan.OrderId;

    private void CheckCharge(OrderDiary order, Attempt attempt, Send send)
    {
        if (attempt.IdempotencyKey?.Value != send.Key)
        {
            Violate("wire-uncommitted", order, send, $"its key {Short(send.Key)} is not the stored one ({Short(attempt.IdempotencyKey?.Value)})");
            return;
        }

        var isWindow = send.Operation is GatewayOperation.Confirm or GatewayOperation.BrandPayConfirm;
        if (attempt.Amount.Value != send.Amount)
            Violate("wire-differs", order, send, $"its amount is {send.Amount}, but the row has {attempt.Amount.Value}");
        if (attempt.SecretFingerprint != Fingerprint(send.Secret))
            Violate("wire-differs", order, send, "it carries a secret key other than the stored one");
        if (isWindow && attempt.RequestUrl != send.Url)
            Violate("wire-differs", order, send, $"its URL is {send.Url}, but the row has {attempt.RequestUrl}");
        if (isWindow && attempt.PaymentKey?.Value != send.PaymentKey)
            Violate("wire-differs", order, send, $"its payment key is {send.PaymentKey}, but the row has {attempt.PaymentKey}");
        if (isWindow && attempt.RequestBodyHash != Convert.ToHexStringLower(SHA256.HashData(send.Body)))
            Violate("wire-differs", order, send, "its body is not the one whose hash is stored");
        if (!(world.Now <= attempt.LastSendAt + Slack))
            Violate("wire-late", order, send, $"the last moment to send it was {attempt.LastSendAt:HH:mm:ss.fff}");
        if (ledger.Reversal(order.OrderId) is { } reversed && ledger.Intent(order.OrderId) > reversed)
            Violate("confirm-after-reversal", order, send, $"its reversal was written at {reversed:HH:mm:ss.fff}");
        CheckNewKey(order, send);
    }

    /// <summary>
    /// Checks that a new idempotency key is used only when no request under the earlier key can be in progress, and never for a charge without a
    /// window.
    /// </summary>
    private void CheckNewKey(OrderDiary order, Send send)
    {
        foreach (var earlier in Sends(order.OrderId))
        {
            if (!earlier.Operation.TakesMoney() || earlier.Key == send.Key || earlier.PaymentKey != send.PaymentKey)
                continue;
            if (send.Operation is GatewayOperation.BillingApprove or GatewayOperation.KeyIn)
                Violate("charge-sent-anew", order, send, $"#{earlier.Number} was sent under another idempotency key");
            else if (world.Now < earlier.At + LongestSend && earlier.WorkedAt is null)
                Violate("new-confirm-key", order, send, $"#{earlier.Number} may still be in progress under another idempotency key");
        }
    }

    private void CheckCancel(OrderDiary order, AttemptRow row, Send send)
    {
        if (ledger.RefundOf(send.Key) is not { } owner || row.Refunds.Find(refund => refund.RefundId.Value == owner.RefundId) is not { } refund || refund.IdempotencyKey.Value != send.Key)
        {
            Violate("wire-uncommitted", order, send, $"its key {Short(send.Key)} is not stored");
            return;
        }

        if (refund.Amount != send.Amount || refund.RefundableAmount != send.RefundableAmount)
            Violate("wire-differs", order, send, $"it refunds {send.Amount} of {send.RefundableAmount}, but the row has {refund.Amount} of {refund.RefundableAmount}");
        if (refund.Reason != send.Reason)
            Violate("wire-differs", order, send, "its reason is not the stored one");
        if (refund.RequestUrl != send.Url || refund.SecretFingerprint != Fingerprint(send.Secret))
            Violate("wire-differs", order, send, "its address or secret is not the stored one");
        var last = refund.LastSendAt ?? row.Attempt.LeaseUntil - AnswerTime;
        if (last is null)
            Violate("two-workers", order, send, "no worker holds its lease");
        else if (world.Now > last + Slack)
            Violate("wire-late", order, send, $"the last moment to send it was {last:HH:mm:ss.fff}");
        foreach (var earlier in Sends(order.OrderId))
        {
            if (earlier.Operation != GatewayOperation.Cancel || earlier.Key == send.Key || ledger.RefundOf(earlier.Key)?.RefundId != owner.RefundId)
                continue;
            if (earlier.AnsweredStatus is not (>= 400 and < 500) && world.Now < earlier.At + NewRefundKey)
                Violate("new-refund-key", order, send, $"#{earlier.Number} of the same refund was sent under another idempotency key {(world.Now - earlier.At).TotalSeconds:0} s ago");
        }
    }

    /// <summary>Checks that an order has no two requests of one kind in progress, because one lease must not have two workers.</summary>
    private void CheckBeside(OrderDiary order, Send send)
    {
        foreach (var earlier in Sends(order.OrderId))
        {
            if (earlier.EndedAt is not null || earlier.From.IsOver || world.Now >= earlier.At + LongestSend || earlier.Operation.TakesMoney() != send.Operation.TakesMoney())
                continue;
            var isOther = send.Operation == GatewayOperation.Cancel && ledger.RefundOf(earlier.Key) != ledger.RefundOf(send.Key);
            Violate(isOther ? "refund-beside-refund" : "two-workers", order, send, $"#{earlier.Number} from {earlier.From.Name} has no answer yet");
        }
    }

    private List<Send> Sends(string orderId)
    {
        if (!_byOrder.TryGetValue(orderId, out var sends))
            _byOrder[orderId] = sends = [];
        return sends;
    }

    private string Fingerprint(string secret)
    {
        if (!_fingerprints.TryGetValue(secret, out var fingerprint))
            _fingerprints[secret] = fingerprint = new SecretKey(secret).Fingerprint;
        return fingerprint;
    }

    private void Violate(string invariant, OrderDiary order, Send send, string what) => diary.Violate(invariant, order.Purchase.Name, $"{send} of {order.OrderId}: {what}.");

    private static string Short(string? key) => key is null ? "none" : key[..Math.Min(8, key.Length)];
}

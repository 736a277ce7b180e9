namespace PaymentSdk.Simulation.Provider;

/// <summary>The fault of a webhook.</summary>
internal enum WebhookFault
{
    None,
    Lost,
    Duplicated,
    Late,
}

/// <summary>
/// Sends webhooks (docs/spec/payment-api.md §7) at least once, in no particular order. Each is sent again after 1, 4, 16 … minutes until it is
/// answered with 200.
/// </summary>
internal sealed class PostOffice(GatewayModel gateway)
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _sent;

    /// <summary>Returns the fault and the delay of a webhook, by the name of the payment and the number of the webhook.</summary>
    public Func<string, int, (WebhookFault Fault, TimeSpan Time)> Plan { get; set; } = (_, _) => (WebhookFault.None, TimeSpan.Zero);

    /// <summary>Receives a webhook: takes its body and id, and returns whether it was answered with 200.</summary>
    public Func<byte[], string, Task<bool>>? Receiver { get; set; }

    /// <summary>Called when a webhook is passed to the receiver.</summary>
    public Action<GatewayPayment> EventDispatcher { get; set; } = _ => { };

    /// <summary>Called when a webhook was answered with 200.</summary>
    public Action<Letter> Delivered { get; set; } = _ => { };

    /// <summary>Notifies the shop of a change, if the API sends webhooks for changes of this kind.</summary>
    public void Notify(GatewayPayment payment, PaymentVersion before, PaymentVersion after, Cancellation? decided)
    {
        if (!gateway.Profile.SendsWebhooks || Receiver is null || payment.Plan.Type == "BILLING")
            return;
        var hasMoved = before.Status != after.Status || before.LastTransactionKey != after.LastTransactionKey;
        var now = gateway.World.Now;
        if (decided is not null)
            Send(payment, after.LastTransactionKey, PaymentText.Event("CANCEL_STATUS_CHANGED", now, json => PaymentText.WriteCancel(json, decided)));
        if (!hasMoved || after.Status is PaymentStatuses.Ready or PaymentStatuses.InProgress)
            return;
        if (payment.IsAccount && after.DueDate is not null)
            Send(payment, after.LastTransactionKey, PaymentText.DepositCallback(payment.Plan.OrderId, after.Status, after.LastTransactionKey, payment.Secret, now));
        if (!payment.IsAccount || payment.Key.Length % 2 == 0)
            Send(payment, after.LastTransactionKey, PaymentText.Event("PAYMENT_STATUS_CHANGED", now, json => PaymentText.Write(json, payment, after)));
    }

    /// <summary>Sends a forged webhook about a payment.</summary>
    public void Forge(GatewayPayment payment, string status)
    {
        var now = gateway.World.Now;
        var forged = payment.Latest with { Status = status, Balance = status == PaymentStatuses.Done ? payment.Latest.Total : 0, LastTransactionKey = "forged" };
        _ = Receiver?.Invoke(PaymentText.Event("PAYMENT_STATUS_CHANGED", now, json => PaymentText.Write(json, payment, forged)), $"whtrans_forged{++_sent}");
        if (payment.IsAccount)
            _ = Receiver?.Invoke(PaymentText.DepositCallback(payment.Plan.OrderId, status, "forged", "ps_forged", now), $"whtrans_forged{++_sent}");
    }

    private void Send(GatewayPayment payment, string? notifiedKey, byte[] body)
    {
        _counts.TryGetValue(payment.Plan.Subject, out var count);
        _counts[payment.Plan.Subject] = ++count;
        var (fault, time) = Plan(payment.Plan.Subject, count);
        var id = $"whtrans_{++_sent}";
        if (fault == WebhookFault.Lost)
            return;
        var chance = gateway.ChanceOf(new GatewayCall(GatewayOperation.Other, payment.Plan.Subject, count, 0));
        var delay = chance.Between(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(3));
        var letter = new Letter(payment, notifiedKey, body, id);
        Try(letter, 0, fault == WebhookFault.Late ? time : delay);
        if (fault == WebhookFault.Duplicated)
            Try(letter, WorldLimits.WebhookRetries.Count, delay + time);
    }

    private void Try(Letter letter, int retries, TimeSpan after) =>
        gateway.World.After(after, gateway.World.Itself, () => _ = TryAsync(letter, retries));

    private async Task TryAsync(Letter letter, int retries)
    {
        letter.CameAt = letter.CameAt == default ? gateway.World.Now : letter.CameAt;
        EventDispatcher(letter.Payment);
        var answered = await AnswerAsync(Receiver!(letter.Body, letter.Id)).ConfigureAwait(false);
        if (answered)
            Delivered(letter);
        if (!answered && retries < WorldLimits.WebhookRetries.Count)
            Try(letter, retries + 1, TimeSpan.FromMinutes(WorldLimits.WebhookRetries[retries]));
    }

    /// <summary>Returns the answer, or false when none came in time. A process that died does not answer.</summary>
    private Task<bool> AnswerAsync(Task<bool> answer)
    {
        if (answer.IsCompletedSuccessfully)
            return answer;
        var answered = new TaskCompletionSource<bool>();
        gateway.World.After(AnswerWithin, gateway.World.Itself, () => answered.TrySetResult(false));
        _ = ReceiveAsync(answer, answered);
        return answered.Task;
    }

    private static async Task ReceiveAsync(Task<bool> answer, TaskCompletionSource<bool> answered)
    {
        try
        {
            answered.TrySetResult(await answer.ConfigureAwait(false));
        }
        catch (Exception)
        {
            answered.TrySetResult(false);
        }
    }
}

/// <summary>One webhook.</summary>
/// <param name="Payment">The payment that the webhook reports.</param>
/// <param name="NotifiedKey">The payment's last transaction key in the webhook.</param>
/// <param name="Body">The body.</param>
/// <param name="Id">The id of the transmission, which is the same for each try.</param>
internal sealed record Letter(GatewayPayment Payment, string? NotifiedKey, byte[] Body, string Id)
{
    /// <summary>When the webhook first arrived at a shop.</summary>
    public DateTimeOffset CameAt { get; set; }
}

namespace PaymentSdk.Simulation.Provider;

/// <summary>What goes wrong with a webhook.</summary>
internal enum WebhookFault
{
    None,
    Lost,
    Duplicated,
    Late,
}

/// <summary>Sends webhooks (docs/spec/payment-api.md §7): at least once, in no order, again after 1, 4, 16 … minutes until it is answered with 200.</summary>
internal sealed class PostOffice(GatewayModel gateway)
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private int _sent;

    /// <summary>What goes wrong with the how manieth webhook of a payment, and how late it is.</summary>
    public Func<string, int, (WebhookFault Fault, TimeSpan Time)> Plan { get; set; } = (_, _) => (WebhookFault.None, TimeSpan.Zero);

    /// <summary>Where they go: takes the body and its id, and tells whether it was answered with 200.</summary>
    public Func<byte[], string, Task<bool>>? Receiver { get; set; }

    /// <summary>Told when one is handed over.</summary>
    public Action<GatewayPayment> EventDispatcher { get; set; } = _ => { };

    /// <summary>Told when one was answered with 200.</summary>
    public Action<Letter> Delivered { get; set; } = _ => { };

    /// <summary>Tells the shop of a move, if it is one that shops are told of.</summary>
    public void Tell(GatewayPayment payment, PaymentVersion before, PaymentVersion after, Cancellation? decided)
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

    /// <summary>Somebody who is not the gateway tells of a payment.</summary>
    public void Forge(GatewayPayment payment, string status)
    {
        var now = gateway.World.Now;
        var forged = payment.Latest with { Status = status, Balance = status == PaymentStatuses.Done ? payment.Latest.Total : 0, LastTransactionKey = "forged" };
        _ = Receiver?.Invoke(PaymentText.Event("PAYMENT_STATUS_CHANGED", now, json => PaymentText.Write(json, payment, forged)), $"whtrans_forged{++_sent}");
        if (payment.IsAccount)
            _ = Receiver?.Invoke(PaymentText.DepositCallback(payment.Plan.OrderId, status, "forged", "ps_forged", now), $"whtrans_forged{++_sent}");
    }

    private void Send(GatewayPayment payment, string? toldKey, byte[] body)
    {
        _counts.TryGetValue(payment.Plan.Subject, out var count);
        _counts[payment.Plan.Subject] = ++count;
        var (fault, time) = Plan(payment.Plan.Subject, count);
        var id = $"whtrans_{++_sent}";
        if (fault == WebhookFault.Lost)
            return;
        var chance = gateway.ChanceOf(new GatewayCall(GatewayOperation.Other, payment.Plan.Subject, count, 0));
        var delay = chance.Between(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(3));
        var letter = new Letter(payment, toldKey, body, id);
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

    /// <summary>The answer, or that none came in time: a process that died answers nothing.</summary>
    private Task<bool> AnswerAsync(Task<bool> answer)
    {
        if (answer.IsCompletedSuccessfully)
            return answer;
        var heard = new TaskCompletionSource<bool>();
        gateway.World.After(AnswerWithin, gateway.World.Itself, () => heard.TrySetResult(false));
        _ = HearAsync(answer, heard);
        return heard.Task;
    }

    private static async Task HearAsync(Task<bool> answer, TaskCompletionSource<bool> heard)
    {
        try
        {
            heard.TrySetResult(await answer.ConfigureAwait(false));
        }
        catch (Exception)
        {
            heard.TrySetResult(false);
        }
    }
}

/// <summary>A webhook on its way.</summary>
/// <param name="Payment">What it tells of.</param>
/// <param name="ToldKey">The last transaction of the payment as it tells it.</param>
/// <param name="Body">The body.</param>
/// <param name="Id">The id of the transmission: the same each time it is tried.</param>
internal sealed record Letter(GatewayPayment Payment, string? ToldKey, byte[] Body, string Id)
{
    /// <summary>When it came to a shop first.</summary>
    public DateTimeOffset CameAt { get; set; }
}

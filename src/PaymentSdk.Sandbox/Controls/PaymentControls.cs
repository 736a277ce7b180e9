using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>
/// Creates payments without a browser, shows all payments, and simulates the bank, the passage of time and the provider's dashboard.
/// </summary>
internal static class PaymentControls
{
    public static async Task<IResult> AuthenticateAsync(HttpContext context, PaymentStore store, Merchants merchants, PublicBase publicBase)
    {
        var body = await ControlBody.ReadAsync<PaymentBody>(context, PaymentBody.Takes).ConfigureAwait(false);
        var payment = AuthenticatedPayment.Make(store, merchants, body.ToRequest(), publicBase.Of(context.Request), context);
        return ControlAnswer.Ok(new JsonObject { ["paymentKey"] = payment.PaymentKey });
    }

    public static IResult ReadPayments(PaymentStore store, SandboxClock clock) =>
        ControlAnswer.Ok(new JsonArray([.. store.All().Select(payment => Show(payment, clock))]));

    public static IResult Deposit(string paymentKey, PaymentStore store, SandboxClock clock) =>
        ControlAnswer.Ok(Show(store.Deposit(paymentKey), clock));

    public static IResult Reverse(string paymentKey, PaymentStore store, SandboxClock clock) =>
        ControlAnswer.Ok(Show(store.Reverse(paymentKey), clock));

    public static IResult DecideCancel(string paymentKey, PaymentStore store, SandboxClock clock) =>
        ControlAnswer.Ok(Show(store.DecideCancel(paymentKey), clock));

    public static IResult Expire(string paymentKey, PaymentStore store, SandboxClock clock) =>
        ControlAnswer.Ok(Show(store.Expire(paymentKey), clock));

    public static async Task<IResult> CancelAsync(string paymentKey, HttpContext context, PaymentStore store, SandboxClock clock)
    {
        var body = context.Request.ContentType is null
            ? new CancelBody(null, null)
            : await ControlBody.ReadAsync<CancelBody>(context, CancelBody.Takes).ConfigureAwait(false);
        return ControlAnswer.Ok(Show(store.CancelAtDashboard(paymentKey, body.CancelAmount, body.CancelReason ?? "Canceled at the dashboard"), clock));
    }

    private static JsonObject Show(Payment payment, SandboxClock clock)
    {
        var json = PaymentJson.Write(payment, new Words(english: false), clock.GetUtcNow());
        json["executions"] = new JsonArray([.. payment.Executions.Select(Show)]);
        return json;
    }

    private static JsonObject Show(SandboxExecution execution) => new()
    {
        ["operation"] = execution.Operation,
        ["amount"] = execution.Amount,
        ["at"] = Korea.Time(execution.At),
        ["idempotencyKey"] = execution.IdempotencyKey,
        ["transactionKey"] = execution.TransactionKey,
    };
}

/// <summary>The body of <c>POST /sandbox/payments</c>.</summary>
internal sealed record PaymentBody(
    string? OrderId = null,
    decimal? Amount = null,
    string? Currency = null,
    string? OrderName = null,
    string? Method = null,
    decimal? TaxFreeAmount = null,
    string? ConfirmFailure = null,
    string? ClientKey = null,
    string? Type = null,
    string? CustomerKey = null)
{
    public const string Takes =
        "{orderId, amount, currency?, orderName?, method?, taxFreeAmount?, confirmFailure?, clientKey?, type?, customerKey?}";

    public SandboxPaymentRequest ToRequest()
    {
        if (OrderId is null || Amount is null)
            throw new ControlFormatException($"{(OrderId is null ? "orderId" : "amount")} is missing. The control takes {Takes}.");
        var request = new SandboxPaymentRequest(OrderId, Amount.Value);
        return request with
        {
            Currency = Currency ?? request.Currency,
            OrderName = OrderName ?? request.OrderName,
            Method = Method ?? request.Method,
            TaxFreeAmount = TaxFreeAmount ?? 0,
            ConfirmFailure = ConfirmFailure,
            ClientKey = ClientKey,
            Type = Type ?? request.Type,
            CustomerKey = CustomerKey,
        };
    }
}

/// <summary>The body of <c>POST /sandbox/payments/{paymentKey}/cancel</c>, which can be omitted.</summary>
internal sealed record CancelBody(decimal? CancelAmount = null, string? CancelReason = null)
{
    public const string Takes = "{cancelAmount?, cancelReason?}";
}

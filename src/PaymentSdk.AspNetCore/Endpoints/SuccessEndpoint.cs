using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// <c>GET {p}/success?paymentKey&amp;orderId&amp;amount[&amp;paymentType]</c>: the window sends the buyer here. The endpoint confirms the payment,
/// once however often it is loaded, and redirects the buyer to the result page of the order (docs/spec/money.md §10). If there is no such order, or
/// the ledger cannot be read, there is no result page to go to. Reloading this address tries again.
/// </summary>
internal static class SuccessEndpoint
{
    private static readonly string[] Names = ["paymentKey", "orderId", "amount", "paymentType"];

    public static async Task<IResult> HandleAsync(PaymentCall call)
    {
        if (Navigation.Refusal(call) is { } refusal)
            return refusal;
        if (!TryRead(call, out var payment, out var fault))
            return RequestProblems.Malformed(fault);

        using var scope = call.BeginOrder(payment.OrderId);
        var outcome = await call.ConfirmAsync(payment).ConfigureAwait(false);
        ConfirmLog.Write(call.Log, payment.OrderId, outcome);
        return await outcome.Match(
            paid => Shown(call, paid.Order),
            awaitingDeposit => Shown(call, awaitingDeposit.Order),
            checking => Shown(call, checking.Order),
            declined => Shown(call, declined.Order),
            notCharged => NotChargedAsync(call, notCharged.OrderId),
            unavailable => Task.FromResult<IResult>(OrderProblems.Of(unavailable)),
            amountMismatch => Shown(call, amountMismatch.Order),
            notOpen => Shown(call, notOpen.Live),
            notFound => Task.FromResult<IResult>(OrderProblems.NotFound())).ConfigureAwait(false);
    }

    /// <summary>
    /// Refuses a path that continues after <c>success</c>. Such a path is a mistake in the shop's success URL, which the first test payment shows.
    /// </summary>
    public static Task<IResult> RefusePathAsync(PaymentCall call) => Task.FromResult<IResult>(
        Navigation.Refusal(call) ?? RequestProblems.Malformed("The path goes on after \"success\". Pass the successUrl of the endpoint widget to the payment window unchanged."));

    private static Task<IResult> Shown(PaymentCall call, PaymentOrder order) => Task.FromResult<IResult>(ResultRedirect.To(call, order));

    /// <summary>
    /// Redirects to the result page of an order that was not charged. It reads the order, because the outcome does not contain the result page. If
    /// the order cannot be read, the answer still says that nothing was charged.
    /// </summary>
    private static async Task<IResult> NotChargedAsync(PaymentCall call, OrderId orderId)
    {
        try
        {
            var order = await call.FindAsync(orderId).ConfigureAwait(false);
            return order is null ? OrderProblems.PaymentUnavailable() : ResultRedirect.To(call, order);
        }
        catch (LedgerException exception)
        {
            call.Log.LedgerUnavailable(exception);
            return OrderProblems.PaymentUnavailable();
        }
    }

    private static bool TryRead(PaymentCall call, [NotNullWhen(true)] out PaymentConfirmation? payment, [NotNullWhen(false)] out string? fault)
    {
        payment = null;
        fault = Names.FirstOrDefault(name => call.Request.Query[name].Count > 1) is { } twice ? $"The parameter {twice} is given twice."
            : call.Parameter("amount") is null ? "The parameter amount is missing." : null;
        return fault is null
            && new ConfirmFields("parameter", call.Parameter("paymentKey"), call.Parameter("orderId"), call.Parameter("amount"), call.Parameter("paymentType"))
                .TryRead(out payment, out fault);
    }
}

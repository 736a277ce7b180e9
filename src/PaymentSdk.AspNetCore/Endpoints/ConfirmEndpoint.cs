using Microsoft.AspNetCore.Http;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Problems;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary><c>POST {p}/confirm</c>: confirms through the ledger and answers within 25 seconds.</summary>
internal static class ConfirmEndpoint
{
    public static async Task<IResult> HandleAsync(PaymentCall call)
    {
        var (body, refusal) = await call.AskAsync(ended => JsonBody.ReadAsync(call.Request, ended)).ConfigureAwait(false);
        if (refusal is not null)
            return refusal;
        if (!ConfirmBody.TryRead(body, out var payment, out var fault))
            return RequestProblems.Malformed(fault);

        using var scope = call.Log.BeginOrder(payment.OrderId);
        var outcome = await call.ConfirmAsync(payment).ConfigureAwait(false);
        ConfirmLog.Write(call.Log, payment.OrderId, outcome);
        return Answer(call, outcome);
    }

    private static IResult Answer(PaymentCall call, ConfirmOutcome outcome) => outcome.Match<IResult>(
        paid => OrderResult.Ok(paid.Order),
        awaitingDeposit => OrderResult.Ok(awaitingDeposit.Order),
        checking => OrderResult.Checking(call, checking.Order),
        declined => OrderProblems.Declined(declined.Order.OrderId, declined.Code, declined.BuyerText, BuyerLanguage.Pick(call.Request, declined.BuyerText)),
        notCharged => OrderProblems.PaymentUnavailable(),
        unavailable => OrderProblems.Of(unavailable),
        amountMismatch => OrderProblems.AmountMismatch(amountMismatch.Order.OrderId),
        notOpen => OrderProblems.NotOpen(notOpen.Live.OrderId, OrderStatusName.Of(notOpen.Live.Status)),
        notFound => OrderProblems.NotFound());
}

using PaymentSdk;

namespace StartShop.Recipes;

internal static class Refunds
{
    // app.MapPost("/admin/refunds", Refunds.RefundAsync).RequireAuthorization("staff");
    public static async Task<IResult> RefundAsync(RefundForm form, IRefunds refunds, CancellationToken cancellationToken)
    {
        var outcome = await refunds.RefundAsync(new RefundRequest
        {
            OrderId = form.OrderId,
            RefundId = form.RefundId,          // made once, when the form is shown: sending the form again never refunds twice
            Amount = form.Amount,              // null: everything that is left
            Reason = form.Reason,
        }, cancellationToken);
        return outcome.Match(
            done => Results.Ok("refunded"),
            pending => Results.Ok("on its way"),
            checking => Results.Accepted(value: "requested; an order event reports the outcome"),
            refused => Results.Conflict("the gateway refused it; try again with a new refund id"),
            payoutFailed => Results.Conflict("it did not reach the buyer's account; pay by hand, then resolve the order"),
            alreadyOpen => Results.Conflict($"refund {alreadyOpen.Refund.RefundId} of the same amount is still being made; is this one meant as well?"),
            notRefundable => Results.Conflict(notRefundable.Reason.English),
            notRefunded => Results.Json("nothing was sent; ask again with the same refund id", statusCode: 503),
            unavailable => Results.Json("not known; ask again with the same refund id", statusCode: 503),
            notFound => Results.NotFound());
    }
}

internal sealed record RefundForm(OrderId OrderId, RefundId RefundId, decimal? Amount, string Reason);

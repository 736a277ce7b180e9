using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Problems;

/// <summary>Refusals that report the outcome of an order.</summary>
internal static class OrderProblems
{
    public static Problem NotFound() => new(StatusCodes.Status404NotFound, "order-not-found", "There is no such order.")
    {
        Detail = "Open the purchase on the shop's server first, and use the order id that it gave.",
    };

    public static Problem AmountMismatch(OrderId orderId) => new(StatusCodes.Status409Conflict, "amount-mismatch", "The amount is not the amount of this order.")
    {
        IsOutcome = true,
        Detail = "Nothing was charged. Open the payment window with the amount that the shop's server gave for the order.",
        WriteMembers = json => json.WriteString("orderId"u8, orderId.Value),
    };

    /// <summary>
    /// Returns the refusal with the live status as <c>orderStatus</c>, because <c>status</c> is the HTTP status in problem details (RFC 9457 §3.1.2).
    /// </summary>
    public static Problem NotOpen(OrderId orderId, string liveStatus) => new(StatusCodes.Status409Conflict, "order-not-open", "This order takes no payment now.")
    {
        IsOutcome = true,
        Detail = "Another payment of the purchase is live, or the order is closed. orderId and orderStatus name that order and its status.",
        WriteMembers = json =>
        {
            json.WriteString("orderId"u8, orderId.Value);
            json.WriteString("orderStatus"u8, liveStatus);
        },
    };

    public static Problem Declined(OrderId orderId, PaymentErrorCode code, BuyerText buyerText, string detail) =>
        new(StatusCodes.Status402PaymentRequired, "payment-declined", "The payment was declined.")
        {
            IsOutcome = true,
            Detail = detail,
            WriteMembers = json =>
            {
                json.WriteString("code"u8, code.Value);
                json.WriteString("orderId"u8, orderId.Value);
                json.WriteStartObject("buyerText"u8);
                json.WriteString("ko"u8, buyerText.Korean);
                json.WriteString("en"u8, buyerText.English);
                json.WriteEndObject();
                json.WriteString("next"u8, "open-again");
            },
        };

    /// <summary>Returns the refusal for an attempt that was surely not charged: it was never sent, or its intent was surely not written.</summary>
    public static Problem PaymentUnavailable() => new(StatusCodes.Status503ServiceUnavailable, "payment-unavailable", "Payment is not available right now.")
    {
        IsOutcome = true,
        Detail = "This payment was not charged. Try again in a moment.",
        RetryAfterSeconds = 5,
    };

    /// <summary>
    /// Returns the refusal for a ledger that cannot be read or did not acknowledge a commit. What happened before this call is not known
    /// (docs/spec/money.md §4).
    /// </summary>
    public static Problem OrderUnavailable() => new(StatusCodes.Status503ServiceUnavailable, "order-unavailable", "The order cannot be read right now.")
    {
        IsOutcome = true,
        Detail = "Nothing was sent by this request, and what happened before is not known. Ask again with the same order id and payment key, and open no new payment meanwhile.",
        RetryAfterSeconds = 5,
        WriteMembers = json => json.WriteString("next"u8, "ask-again"),
    };

    /// <summary>Returns the refusal for an unavailable order. This call itself sent nothing, unless it is still running.</summary>
    public static Problem Of(ConfirmOutcome.Unavailable outcome) => outcome.IsRunning ? OutcomeUnknown() : OrderUnavailable();

    /// <summary>
    /// Returns the same refusal for a request that was ended while the payment was being processed. Whether this request caused a call to the gateway
    /// is not known.
    /// </summary>
    public static Problem OutcomeUnknown() => OrderUnavailable() with
    {
        Detail = "This request was ended before its outcome was known; the server finishes what was begun. Ask again with the same order id and payment key, and open no new payment meanwhile.",
        Text = "outcome-unknown",
    };
}

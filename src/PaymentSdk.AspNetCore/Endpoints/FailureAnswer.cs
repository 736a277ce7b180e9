using PaymentSdk.Checkout.Orders;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>Why a payment was refused, in the catalogue's words: never the gateway's message (docs/spec/money.md §10).</summary>
internal sealed record FailureAnswer(string Code, BuyerTextAnswer BuyerText)
{
    public static FailureAnswer? Of(PaymentErrorCode? code) =>
        code is { } known ? new(known.Value, BuyerTextAnswer.Of(OrderProjection.Explain(known))) : null;
}

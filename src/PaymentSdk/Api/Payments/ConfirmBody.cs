namespace PaymentSdk.Api.Payments;

/// <summary>The body of a confirm on the wire (docs/spec/payment-api.md §2.1).</summary>
internal sealed record ConfirmBody(string PaymentKey, string OrderId, decimal Amount);

namespace PaymentSdk.Sandbox.Books;

/// <summary>One cancel of a payment (payment-api.md §3.2).</summary>
internal sealed record Cancellation(
    decimal Amount, string Reason, decimal TaxFreeAmount, decimal RefundableAmount, DateTimeOffset At, string TransactionKey);

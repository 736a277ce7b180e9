namespace PaymentSdk.Sandbox.Books;

/// <summary>The virtual account issued for a payment (payment-api.md §3.4).</summary>
internal sealed record IssuedAccount(string AccountNumber, string BankCode, DateTimeOffset DueDate)
{
    /// <summary>True once the deadline is past; the payment's status does not change by it.</summary>
    public bool Expired { get; init; }

    public RefundAccount? Refund { get; init; }
}

namespace PaymentSdk.Sandbox;

/// <summary>A payment to be made as if a buyer had authenticated it in the window.</summary>
/// <param name="OrderId">6 to 64 characters of letters, digits, <c>-</c>, <c>_</c> and <c>=</c>. Several payments may share one.</param>
/// <param name="Amount">The amount, more than 0, in the currency.</param>
public sealed record SandboxPaymentRequest(string OrderId, decimal Amount)
{
    /// <summary><c>KRW</c> (default), <c>USD</c> or <c>JPY</c>.</summary>
    public string Currency { get; init; } = "KRW";

    /// <summary>The name that the buyer saw; 1 to 100 characters.</summary>
    public string OrderName { get; init; } = "Sandbox order";

    /// <summary><c>CARD</c> (default), <c>EASY_PAY</c>, <c>TRANSFER</c>, <c>VIRTUAL_ACCOUNT</c>, <c>MOBILE_PHONE</c>, <c>FOREIGN_EASY_PAY</c>, or the Korean word.</summary>
    public string Method { get; init; } = "CARD";

    /// <summary>The part of the amount that carries no VAT. Default 0.</summary>
    public decimal TaxFreeAmount { get; init; }

    /// <summary>The error code that the confirm of this payment is refused with, such as <c>REJECT_CARD_PAYMENT</c>; null (default) approves.</summary>
    public string? ConfirmFailure { get; init; }

    /// <summary><c>NORMAL</c> (default) or <c>BRANDPAY</c>, which has a confirm of its own and needs <see cref="CustomerKey"/>.</summary>
    public string Type { get; init; } = "NORMAL";

    /// <summary>The shop's key of the customer; null (default) for a buyer without one.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>The shop, by its client key; null (default) is the first whose key confirms or cancels the payment.</summary>
    public string? ClientKey { get; init; }
}

namespace PaymentSdk.Sandbox;

/// <summary>The values of a payment that is created as if a buyer had authenticated it in the window.</summary>
/// <param name="OrderId">The order id: 6 to 64 letters, digits, <c>-</c>, <c>_</c> and <c>=</c>. Several payments can have the same one.</param>
/// <param name="Amount">The amount, more than 0, in <see cref="Currency"/>.</param>
public sealed record SandboxPaymentRequest(string OrderId, decimal Amount)
{
    /// <summary>The currency: <c>KRW</c> (default), <c>USD</c> or <c>JPY</c>.</summary>
    public string Currency { get; init; } = "KRW";

    /// <summary>The order name that the buyer saw; 1 to 100 characters.</summary>
    public string OrderName { get; init; } = "Sandbox order";

    /// <summary>
    /// The payment method: <c>CARD</c> (default), <c>EASY_PAY</c>, <c>TRANSFER</c>, <c>VIRTUAL_ACCOUNT</c>, <c>MOBILE_PHONE</c>,
    /// <c>FOREIGN_EASY_PAY</c>, or its Korean name.
    /// </summary>
    public string Method { get; init; } = "CARD";

    /// <summary>The tax-free part of the amount. Default 0.</summary>
    public decimal TaxFreeAmount { get; init; }

    /// <summary>
    /// The error code with which the confirm of this payment is refused, such as <c>REJECT_CARD_PAYMENT</c>. If null (default), it is approved.
    /// </summary>
    public string? ConfirmFailure { get; init; }

    /// <summary>The type: <c>NORMAL</c> (default) or <c>BRANDPAY</c>, which has its own confirm and needs <see cref="CustomerKey"/>.</summary>
    public string Type { get; init; } = "NORMAL";

    /// <summary>The customer key; null (default) for a buyer without one.</summary>
    public string? CustomerKey { get; init; }

    /// <summary>The client key of the shop. If null (default), the payment belongs to the first shop that confirms or cancels it.</summary>
    public string? ClientKey { get; init; }
}

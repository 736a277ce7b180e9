namespace PaymentSdk;

/// <summary>The values that the payment window returned through the browser. They are not trusted: they are compared with the stored ones.</summary>
public sealed record PaymentConfirmation
{
    /// <summary>The order id with which the window was opened.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The payment key that the window returned.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>The amount from the browser; only compared with the stored one. Null skips the comparison.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The <c>paymentType</c> that the window returned: <c>NORMAL</c>, or <c>BRANDPAY</c>, which has its own confirm endpoint.</summary>
    public string? PaymentType { get; init; }

    /// <summary>
    /// The time to wait for an outcome before <see cref="ConfirmOutcome.Checking"/> is returned. The call continues. Must be from 0 seconds to
    /// one day. If null (the default),
    /// <see cref="PaymentSdkOptions.Wait"/> applies.
    /// </summary>
    public TimeSpan? Wait { get; init; }
}

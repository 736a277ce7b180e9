namespace PaymentSdk;

/// <summary>What came back from the payment window: the browser's word, compared and never believed.</summary>
public sealed record PaymentConfirmation
{
    /// <summary>The order id the window was opened with.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The key that the window handed over.</summary>
    public required PaymentKey PaymentKey { get; init; }

    /// <summary>The amount the browser names; only compared. Null skips the comparison.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The <c>paymentType</c> of the window: <c>NORMAL</c>, or <c>BRANDPAY</c>, which is confirmed at an endpoint of its own.</summary>
    public string? PaymentType { get; init; }

    /// <summary>How long the caller waits for an outcome before it is <see cref="ConfirmOutcome.Checking"/>. Default 25 seconds.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(25);
}

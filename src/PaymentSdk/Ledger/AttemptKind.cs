namespace PaymentSdk.Ledger;

/// <summary>How an attempt is paid for.</summary>
public enum AttemptKind
{
    /// <summary>The payment window or widget: confirmed by payment key.</summary>
    Window,

    /// <summary>A BrandPay payment: confirmed at its own endpoint.</summary>
    BrandPay,

    /// <summary>A charge of a billing key, without a window.</summary>
    Billing,

    /// <summary>A charge of a card by its number, without a window.</summary>
    KeyIn,
}

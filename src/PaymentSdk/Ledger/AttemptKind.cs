namespace PaymentSdk.Ledger;

/// <summary>How an attempt is paid.</summary>
public enum AttemptKind
{
    /// <summary>A payment in the window or widget, confirmed by its payment key.</summary>
    Window,

    /// <summary>A BrandPay payment, confirmed at the endpoint of BrandPay.</summary>
    BrandPay,

    /// <summary>A charge by billing key, without a window.</summary>
    Billing,

    /// <summary>A charge by card number (key-in), without a window.</summary>
    KeyIn,
}

namespace PaymentSdk;

/// <summary>Where the payment window opens. It corresponds to the <c>windowTarget</c> that the page passes to <c>requestPayment</c>.</summary>
public enum PaymentWindowTarget
{
    /// <summary>
    /// In a frame of the page, with card apps and wallets in their own windows. It is the default of desktop browsers, and the widget always needs
    /// it.
    /// </summary>
    Iframe,

    /// <summary>In place of the page (<c>windowTarget: 'self'</c>). The page then needs no frames.</summary>
    Self,
}

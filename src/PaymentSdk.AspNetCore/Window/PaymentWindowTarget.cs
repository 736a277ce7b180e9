namespace PaymentSdk;

/// <summary>Where the payment window opens: the <c>windowTarget</c> that the page gives to <c>requestPayment</c>.</summary>
public enum PaymentWindowTarget
{
    /// <summary>In a frame of the page, and card apps and wallets in windows of their own. What desktop browsers do by default; the widget needs it everywhere.</summary>
    Iframe,

    /// <summary>In place of the page: <c>windowTarget: 'self'</c>. The page then needs no frames.</summary>
    Self,
}

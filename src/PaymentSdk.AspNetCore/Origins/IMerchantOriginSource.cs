namespace PaymentSdk;

/// <summary>A source of registered merchant origins in addition to code and configuration, e.g. a table. A registration may have several.</summary>
public interface IMerchantOriginSource
{
    /// <summary>Returns the current origins, with a token that fires when they have changed.</summary>
    MerchantOriginList GetOrigins();
}

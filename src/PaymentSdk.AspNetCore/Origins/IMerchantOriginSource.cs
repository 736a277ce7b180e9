namespace PaymentSdk;

/// <summary>A source of registered merchant origins besides code and configuration, e.g. a table. One or more per registration.</summary>
public interface IMerchantOriginSource
{
    /// <summary>The origins now, with a token that fires when they have changed.</summary>
    MerchantOriginList GetOrigins();
}

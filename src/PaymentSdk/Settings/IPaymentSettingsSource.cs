namespace PaymentSdk.Settings;

/// <summary>The last good settings of one registration; a keyed service, keyed by its name.</summary>
internal interface IPaymentSettingsSource
{
    PaymentSettings Current { get; }
}

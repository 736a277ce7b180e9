namespace PaymentSdk.Sandbox.Stores;

/// <summary>Amounts as the API writes them.</summary>
internal static class Money
{
    /// <summary>The same amount without zeros at its end: 15000.00 is written as 15000.</summary>
    public static decimal Plain(decimal amount) => amount / 1.0000000000000000000000000000m;
}

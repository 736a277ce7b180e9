namespace PaymentSdk.Sandbox.Stores;

/// <summary>Converts amounts to the format of the API.</summary>
internal static class Money
{
    /// <summary>Returns the same amount without trailing zeros: 15000.00 becomes 15000.</summary>
    public static decimal Plain(decimal amount) => amount / 1.0000000000000000000000000000m;
}

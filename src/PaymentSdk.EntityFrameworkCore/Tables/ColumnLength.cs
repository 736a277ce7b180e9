namespace PaymentSdk.EntityFrameworkCore.Tables;

/// <summary>
/// The maximum lengths of columns. Only keys and the SDK's own texts have one, because a longer text of the gateway must not make the commit of an
/// approved payment fail.
/// </summary>
internal static class ColumnLength
{
    public const int Merchant = 64;

    /// <summary>Purchase ids and order ids (docs/spec/payment-api.md §4).</summary>
    public const int Id = 64;

    /// <summary>The shop's order number; checked when the purchase is opened.</summary>
    public const int OrderNumber = 64;

    /// <summary>Payment keys (docs/spec/payment-api.md §4).</summary>
    public const int PaymentKey = 200;

    /// <summary>Idempotency keys and customer keys (docs/spec/payment-api.md §4, §6).</summary>
    public const int Key = 300;

    /// <summary>The name that a process chooses for itself.</summary>
    public const int Process = 200;

    /// <summary>States, event types and causes: one word of the SDK.</summary>
    public const int Word = 40;

    public const int Currency = 16;

    public const int AmountDigits = 24;

    public const int AmountDecimals = 4;
}

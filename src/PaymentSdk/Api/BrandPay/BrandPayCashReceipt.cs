using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The cash receipt of a BrandPay charge; seen in one other client only.</summary>
public sealed record BrandPayCashReceipt
{
    /// <summary>What it is for.</summary>
    public required CashReceiptType Type { get; init; }

    /// <summary>The number.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary><c>CASH_RECEIPT_CARD</c>, <c>BUSINESS_REGISTRATION</c> or <c>MOBILE</c>.</summary>
    public string? RegistrationNumberType { get; init; }

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Type]);
}

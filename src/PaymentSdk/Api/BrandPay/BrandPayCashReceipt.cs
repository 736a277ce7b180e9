using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>
/// The cash receipt of a BrandPay charge. The API's documentation does not describe this object; it is known only from another client library.
/// </summary>
public sealed record BrandPayCashReceipt
{
    /// <summary>The purpose of the cash receipt.</summary>
    public required CashReceiptType Type { get; init; }

    /// <summary>The number for which the receipt is issued, of the kind that <see cref="RegistrationNumberType"/> names.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>The kind of the number: <c>CASH_RECEIPT_CARD</c>, <c>BUSINESS_REGISTRATION</c> or <c>MOBILE</c>.</summary>
    public string? RegistrationNumberType { get; init; }

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Type]);
}

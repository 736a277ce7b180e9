using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The cash receipt for the deposit into a virtual account.</summary>
public sealed record VirtualAccountCashReceipt
{
    /// <summary>The purpose of the cash receipt, or <see cref="CashReceiptType.NotIssued"/>.</summary>
    public required CashReceiptType Type { get; init; }

    /// <summary>The phone number, business number or cash receipt card number: at most 30 characters.</summary>
    public string? RegistrationNumber { get; init; }

    // Prints only members that are neither personal nor secret.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Type]);
}

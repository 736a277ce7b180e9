using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The cash receipt that goes with a virtual account.</summary>
public sealed record VirtualAccountCashReceipt
{
    /// <summary>What it is for, or that none is issued.</summary>
    public required CashReceiptType Type { get; init; }

    /// <summary>Phone, business or cash-receipt card number: at most 30 characters.</summary>
    public string? RegistrationNumber { get; init; }

    // Only what is neither personal nor secret is printed.
    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Type]);
}

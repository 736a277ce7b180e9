using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>The virtual account of an attempt, into which the buyer pays the deposit.</summary>
public sealed record DepositAccount
{
    /// <summary>The code of the bank, e.g. <c>88</c>.</summary>
    public required string BankCode { get; init; }

    /// <summary>The name of the bank as a buyer reads it; null when <see cref="BankCode"/> is not known to this version.</summary>
    public BuyerText? BankName => Api.BankCode.From(BankCode).Name;

    /// <summary>The account number.</summary>
    public required string AccountNumber { get; init; }

    /// <summary>The latest time at which the deposit can be made; null when the API did not give one.</summary>
    public DateTimeOffset? DueDate { get; init; }

    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankCode], [AccountNumber]);
}

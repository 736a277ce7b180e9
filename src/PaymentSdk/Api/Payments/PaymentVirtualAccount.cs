using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The virtual account into which the buyer deposits.</summary>
public sealed record PaymentVirtualAccount : ApiObject
{
    /// <summary>The kind of the account: issued for one payment, or fixed.</summary>
    public VirtualAccountType? AccountType { get; init; }

    /// <summary>The account number, at most 20 characters.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>The code of the bank. Null in API versions before 2022-11-16; see <see cref="Bank"/>.</summary>
    public BankCode? BankCode { get; init; }

    /// <summary>The name of the bank, in API versions before 2022-11-16.</summary>
    public string? Bank { get; init; }

    /// <summary>The name of the buyer for whom the account was issued.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The name of the depositor.</summary>
    public string? DepositorName { get; init; }

    /// <summary>The deadline for the deposit. A value without an offset is read as Korean time.</summary>
    public DateTimeOffset? DueDate { get; init; }

    /// <summary>The status of the refund of the deposit.</summary>
    public RefundStatus? RefundStatus { get; init; }

    /// <summary>Whether the deadline of the deposit has passed.</summary>
    public bool? Expired { get; init; }

    /// <summary>Whether the payment has been settled.</summary>
    public SettlementStatus? SettlementStatus { get; init; }

    /// <summary>
    /// The account to which the buyer wants refunds to be sent. The API returns it for only 30 minutes after the window was opened.
    /// </summary>
    public PaymentRefundAccount? RefundReceiveAccount { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankCode, DueDate, RefundStatus, Expired, SettlementStatus]);
}

using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The virtual account to deposit to.</summary>
public sealed record PaymentVirtualAccount : ApiObject
{
    /// <summary>Made for one payment, or fixed.</summary>
    public VirtualAccountType? AccountType { get; init; }

    /// <summary>The account number, at most 20 characters.</summary>
    public string? AccountNumber { get; init; }

    /// <summary>The bank; null in versions before 2022-11-16, see <see cref="Bank"/>.</summary>
    public BankCode? BankCode { get; init; }

    /// <summary>The bank's name in versions before 2022-11-16.</summary>
    public string? Bank { get; init; }

    /// <summary>Who it was made for.</summary>
    public string? CustomerName { get; init; }

    /// <summary>Who deposited.</summary>
    public string? DepositorName { get; init; }

    /// <summary>The last moment to deposit. Sent without an offset it is Korean time.</summary>
    public DateTimeOffset? DueDate { get; init; }

    /// <summary>How far its refund is.</summary>
    public RefundStatus? RefundStatus { get; init; }

    /// <summary>Whether the time to deposit is over.</summary>
    public bool? Expired { get; init; }

    /// <summary>Whether it has been settled.</summary>
    public SettlementStatus? SettlementStatus { get; init; }

    /// <summary>Where the buyer wants a refund; readable for 30 minutes after the window opened.</summary>
    public PaymentRefundAccount? RefundReceiveAccount { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankCode, DueDate, RefundStatus, Expired, SettlementStatus]);
}

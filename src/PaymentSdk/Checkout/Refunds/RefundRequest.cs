using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>A refund that the shop requests (<see cref="IRefunds.RefundAsync"/>).</summary>
public sealed record RefundRequest
{
    /// <summary>The order to refund, or the order whose virtual account is to be closed.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The shop's own id of this refund. A second call with the same id means the same refund and never refunds twice.</summary>
    public required RefundId RefundId { get; init; }

    /// <summary>The reason, which is recorded in the ledger and sent to the API as <c>cancelReason</c>; 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The amount, more than 0, in the currency of the order. Default null, which refunds everything that can still be refunded.</summary>
    public decimal? Amount { get; init; }

    /// <summary>
    /// The tax-free part of <see cref="Amount"/>; only for tax-free or mixed merchants. Default null, which lets the API determine it.
    /// </summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>
    /// The buyer's account that receives the refund of a paid virtual account; required for such a payment, not allowed for any other. It is sent and
    /// not stored: if the answer is lost, a query or an operator resolves the refund. Default null.
    /// </summary>
    public RefundReceiveAccount? RefundAccount { get; init; }

    /// <summary>
    /// Whether a second refund of the same amount is intended. Default false: if another refund of this amount was open during the call, the call
    /// returns <see cref="RefundOutcome.AlreadyOpen"/>, so that two operators who request the same refund under two ids do not make it twice. True
    /// does not allow two open refunds of one order: the call returns <see cref="RefundOutcome.NotRefundable"/> while another refund is open.
    /// </summary>
    public bool AllowDuplicate { get; init; }

    /// <summary>The actor who requests the refund, for the journal; 1 to 64 characters. Default <c>shop</c>.</summary>
    public string Actor { get; init; } = "shop";

    /// <summary>
    /// The time to wait for the outcome before <see cref="RefundOutcome.Checking"/> is returned. The call continues. Must be from 0 seconds to one
    /// day. If null (the default),
    /// <see cref="PaymentSdkOptions.Wait"/> applies.
    /// </summary>
    public TimeSpan? Wait { get; init; }

    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, RefundId, Amount]);
}

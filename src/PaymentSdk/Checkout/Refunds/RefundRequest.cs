using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>A refund that the shop asks for (<see cref="IRefunds.RefundAsync"/>).</summary>
public sealed record RefundRequest
{
    /// <summary>The order that was paid (or whose virtual account is to be closed).</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The shop's own id of this refund. The same id again is the same refund and never refunds twice.</summary>
    public required RefundId RefundId { get; init; }

    /// <summary>Why, for the books and the buyer's statement: 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>How much, more than 0, in the currency of the order; null is everything that is left.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The tax-free part of <see cref="Amount"/>; only for tax-free or mixed merchants. Default null, which leaves it to the API.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>
    /// Where the money of a paid virtual account goes; required there, not allowed elsewhere. It is sent and not kept: if the
    /// answer is lost, a query or an operator resolves the refund.
    /// </summary>
    public RefundReceiveAccount? RefundAccount { get; init; }

    /// <summary>
    /// Whether this refund is wanted although another one of the same amount is still open on the order. Default false, which answers
    /// <see cref="RefundOutcome.AlreadyOpen"/>: two people who refund the same thing under two ids do not pay it back twice. An order has one open
    /// refund at a time, so with true it is made when the open one has ended, and <see cref="RefundOutcome.NotRefundable"/> until then.
    /// </summary>
    public bool AllowDuplicate { get; init; }

    /// <summary>Who asks for it, for the journal: 1 to 64 characters. Default <c>shop</c>.</summary>
    public string Actor { get; init; } = "shop";

    /// <summary>How long to wait for the outcome before <see cref="RefundOutcome.Checking"/> is answered. Default 25 seconds. The call goes on.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(25);

    private bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [OrderId, RefundId, Amount]);
}

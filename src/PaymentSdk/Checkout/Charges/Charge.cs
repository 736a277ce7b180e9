using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>
/// A charge without a window: <see cref="BillingCharge"/> or <see cref="KeyInCharge"/> (<see cref="ICharges.ChargeAsync"/>).
/// </summary>
public abstract record Charge
{
    private protected Charge()
    {
    }

    /// <summary>The shop's own id of this charge. The same id again never charges twice; the order id derives from it.</summary>
    public required ChargeId ChargeId { get; init; }

    /// <summary>What the buyer owes for; null is a purchase of this charge alone. A purchase that is paid is not charged again.</summary>
    public PurchaseId? PurchaseId { get; init; }

    /// <summary>How much: more than 0.</summary>
    public required Money Amount { get; init; }

    /// <summary>What is charged for: 1 to 100 characters.</summary>
    public required string OrderName { get; init; }

    /// <summary>The shop's own number of the order, as people read it: 1 to 64 characters, only shown, not unique. The gateway never gets it. Default null.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>The tax-free part; only for tax-free or mixed merchants. Default null.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>Where the gateway writes to the buyer; at most 100 characters. Sent and not kept.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>The buyer's name; at most 100 characters. Sent and not kept.</summary>
    public string? CustomerName { get; init; }

    /// <summary>Months: 0 or 2 to 12. Default null, which is at once.</summary>
    public int? CardInstallmentPlan { get; init; }

    /// <summary>How long to wait for the outcome before <see cref="ConfirmOutcome.Checking"/> is answered. Default 25 seconds. The call goes on.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Prints ids and the amount and nothing else.</summary>
    protected virtual bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [ChargeId, Amount]);
}

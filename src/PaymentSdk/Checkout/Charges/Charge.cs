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

    /// <summary>The shop's own id of this charge. A second call with the same id never charges twice. The order id is derived from it.</summary>
    public required ChargeId ChargeId { get; init; }

    /// <summary>
    /// The purchase that the charge pays. Default null, which creates a purchase for this charge alone. A paid purchase is not charged again.
    /// </summary>
    public PurchaseId? PurchaseId { get; init; }

    /// <summary>The amount to charge; more than 0.</summary>
    public required Money Amount { get; init; }

    /// <summary>The order name, which describes what is charged for; 1 to 100 characters.</summary>
    public required string OrderName { get; init; }

    /// <summary>The shop's own order number: 1 to 64 characters, for display only, not unique, never sent to the gateway. Default null.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>The tax-free part of the amount; only for tax-free or mixed merchants. Default null.</summary>
    public decimal? TaxFreeAmount { get; init; }

    /// <summary>The buyer's email address, to which the gateway sends messages; at most 100 characters. Sent and not stored. Default null.</summary>
    public string? CustomerEmail { get; init; }

    /// <summary>The buyer's name; at most 100 characters. Sent and not stored. Default null.</summary>
    public string? CustomerName { get; init; }

    /// <summary>The number of monthly installments: 0 or 2 to 12. Default null, which is a single payment.</summary>
    public int? CardInstallmentPlan { get; init; }

    /// <summary>
    /// The time to wait for the outcome before <see cref="ConfirmOutcome.Checking"/> is returned. The call continues. Must be from 0 seconds to
    /// one day. If null (the default),
    /// <see cref="PaymentSdkOptions.Wait"/> applies.
    /// </summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Prints only the charge id and the amount.</summary>
    protected virtual bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [ChargeId, Amount]);
}

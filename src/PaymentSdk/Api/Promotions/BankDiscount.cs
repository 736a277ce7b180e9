using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>An instant discount for payments from a bank account.</summary>
public sealed record BankDiscount : ApiObject
{
    /// <summary>Whether the discount is a fixed amount or a rate.</summary>
    public BankDiscountType? Type { get; init; }

    /// <summary>The bank.</summary>
    public BankCode? BankCode { get; init; }

    /// <summary>The amount of the discount; null when it is a rate.</summary>
    public decimal? DiscountAmount { get; init; }

    /// <summary>The rate of the discount, 0.01 to 0.3; null when it is a fixed amount.</summary>
    public decimal? DiscountRate { get; init; }

    /// <summary>The minimum payment amount for this promotion.</summary>
    public decimal? MinimumPaymentAmount { get; init; }

    /// <summary>The maximum payment amount for this promotion.</summary>
    public decimal? MaximumPaymentAmount { get; init; }

    /// <summary>The currency; KRW when the answer does not contain one.</summary>
    public Currency Currency { get; init; }

    /// <summary>The code of the discount, to pass to the window.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>The last day of the discount, which is valid until 23:59:59 Korean time.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankCode, Type, DueDate]);
}

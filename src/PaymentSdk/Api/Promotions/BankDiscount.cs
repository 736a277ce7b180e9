using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>An instant discount of an account.</summary>
public sealed record BankDiscount : ApiObject
{
    /// <summary>An amount or a part.</summary>
    public BankDiscountType? Type { get; init; }

    /// <summary>The bank.</summary>
    public BankCode? BankCode { get; init; }

    /// <summary>How much, when it is an amount.</summary>
    public decimal? DiscountAmount { get; init; }

    /// <summary>Which part, when it is one: 0.01 to 0.3.</summary>
    public decimal? DiscountRate { get; init; }

    /// <summary>The smallest payment that gets it.</summary>
    public decimal? MinimumPaymentAmount { get; init; }

    /// <summary>The largest payment that gets it.</summary>
    public decimal? MaximumPaymentAmount { get; init; }

    /// <summary>The currency; KRW when the answer names none.</summary>
    public Currency Currency { get; init; }

    /// <summary>What to hand to the window.</summary>
    public string? DiscountCode { get; init; }

    /// <summary>The last day, valid until 23:59:59 Korean time.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [BankCode, Type, DueDate]);
}

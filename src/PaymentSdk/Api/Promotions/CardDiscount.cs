using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>An instant discount of a card.</summary>
public sealed record CardDiscount : ApiObject
{
    /// <summary>The card company. Version 2022-11-16 calls it <c>companyCode</c>; it is found here too.</summary>
    public CardIssuerCode? IssuerCode { get; init; }

    /// <summary>The same under its old name.</summary>
    public CardIssuerCode? CompanyCode { get; init; }

    /// <summary>How much.</summary>
    public decimal? DiscountAmount { get; init; }

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

    /// <summary>What is left of its budget.</summary>
    public decimal? Balance { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [IssuerCode, DiscountAmount, DueDate]);
}

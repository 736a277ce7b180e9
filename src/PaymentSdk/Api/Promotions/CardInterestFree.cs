using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Interest-free installments of a card company.</summary>
public sealed record CardInterestFree : ApiObject
{
    /// <summary>The card company. Also filled from <c>companyCode</c>, its name in API version 2022-11-16.</summary>
    public CardIssuerCode? IssuerCode { get; init; }

    /// <summary>The card company under its old name; use <see cref="IssuerCode"/>.</summary>
    public CardIssuerCode? CompanyCode { get; init; }

    /// <summary>The minimum payment amount for this promotion.</summary>
    public decimal? MinimumPaymentAmount { get; init; }

    /// <summary>The currency; KRW when the answer does not contain one.</summary>
    public Currency Currency { get; init; }

    /// <summary>The last day of the promotion, which is valid until 23:59:59 Korean time.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The numbers of monthly installments that are interest-free.</summary>
    public IReadOnlyList<int>? InstallmentFreeMonths { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [IssuerCode, DueDate]);
}

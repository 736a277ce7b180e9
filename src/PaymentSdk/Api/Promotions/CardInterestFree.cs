using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>Instalments without interest.</summary>
public sealed record CardInterestFree : ApiObject
{
    /// <summary>The card company. Version 2022-11-16 calls it <c>companyCode</c>; it is found here too.</summary>
    public CardIssuerCode? IssuerCode { get; init; }

    /// <summary>The same under its old name.</summary>
    public CardIssuerCode? CompanyCode { get; init; }

    /// <summary>The smallest payment that gets it.</summary>
    public decimal? MinimumPaymentAmount { get; init; }

    /// <summary>The currency; KRW when the answer names none.</summary>
    public Currency Currency { get; init; }

    /// <summary>The last day, valid until 23:59:59 Korean time.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The numbers of months.</summary>
    public IReadOnlyList<int>? InstallmentFreeMonths { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [IssuerCode, DueDate]);
}

using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The details of a payment by gift certificate.</summary>
public sealed record PaymentGiftCertificate : ApiObject
{
    /// <summary>The approval number, at most 8 characters.</summary>
    public string? ApproveNo { get; init; }

    /// <summary>Whether the payment has been settled.</summary>
    public SettlementStatus? SettlementStatus { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [SettlementStatus]);
}

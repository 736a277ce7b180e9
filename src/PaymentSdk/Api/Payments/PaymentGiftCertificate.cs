using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>A payment by gift certificate.</summary>
public sealed record PaymentGiftCertificate : ApiObject
{
    /// <summary>The approval number, at most 8 characters.</summary>
    public string? ApproveNo { get; init; }

    /// <summary>Whether it has been settled.</summary>
    public SettlementStatus? SettlementStatus { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [SettlementStatus]);
}

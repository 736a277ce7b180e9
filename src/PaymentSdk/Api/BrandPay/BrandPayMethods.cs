using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The cards and accounts that a buyer has registered with BrandPay.</summary>
public sealed record BrandPayMethods : ApiObject
{
    /// <summary>Whether the identity of the buyer was verified.</summary>
    public bool? IsIdentified { get; init; }

    /// <summary>The id of the method that the buyer chose last; null when there is none.</summary>
    public string? SelectedMethodId { get; init; }

    /// <summary>The registered cards.</summary>
    public IReadOnlyList<BrandPayCard>? Cards { get; init; }

    /// <summary>The registered bank accounts.</summary>
    public IReadOnlyList<BrandPayAccount>? Accounts { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [IsIdentified]);
}

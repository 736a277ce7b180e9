using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What a buyer has registered.</summary>
public sealed record BrandPayMethods : ApiObject
{
    /// <summary>Whether the buyer's identity was checked.</summary>
    public bool? IsIdentified { get; init; }

    /// <summary>The method chosen last.</summary>
    public string? SelectedMethodId { get; init; }

    /// <summary>Cards.</summary>
    public IReadOnlyList<BrandPayCard>? Cards { get; init; }

    /// <summary>Accounts.</summary>
    public IReadOnlyList<BrandPayAccount>? Accounts { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [IsIdentified]);
}

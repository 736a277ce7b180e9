using System.Text;

namespace PaymentSdk.Api;

/// <summary>The person that a seller is.</summary>
public sealed record SellerIndividual : ApiObject
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? Email { get; init; }

    /// <summary>Digits.</summary>
    public string? Phone { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => false;
}

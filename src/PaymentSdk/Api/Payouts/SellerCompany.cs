using System.Text;

namespace PaymentSdk.Api;

/// <summary>The business of a seller.</summary>
public sealed record SellerCompany : ApiObject
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its representative.</summary>
    public string? RepresentativeName { get; init; }

    /// <summary>10 digits.</summary>
    public string? BusinessRegistrationNumber { get; init; }

    /// <summary>At most 100 characters.</summary>
    public string? Email { get; init; }

    /// <summary>Digits.</summary>
    public string? Phone { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => false;
}

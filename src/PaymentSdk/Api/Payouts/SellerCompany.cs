using System.Text;

namespace PaymentSdk.Api;

/// <summary>The business of a seller.</summary>
public sealed record SellerCompany : ApiObject
{
    /// <summary>The name of the business.</summary>
    public string? Name { get; init; }

    /// <summary>The name of the representative.</summary>
    public string? RepresentativeName { get; init; }

    /// <summary>The business registration number: 10 digits.</summary>
    public string? BusinessRegistrationNumber { get; init; }

    /// <summary>The email address, at most 100 characters.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number, digits only.</summary>
    public string? Phone { get; init; }

    /// <summary>Prints no members.</summary>
    protected override bool PrintMembers(StringBuilder builder) => false;
}

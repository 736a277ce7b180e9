using System.Text;

namespace PaymentSdk.Api;

/// <summary>The person who is a seller.</summary>
public sealed record SellerIndividual : ApiObject
{
    /// <summary>The name of the person.</summary>
    public string? Name { get; init; }

    /// <summary>The email address, at most 100 characters.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number, digits only.</summary>
    public string? Phone { get; init; }

    /// <summary>Prints no members.</summary>
    protected override bool PrintMembers(StringBuilder builder) => false;
}

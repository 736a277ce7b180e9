using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>The result of deleting a seller.</summary>
public sealed record DeletedEntity : ApiObject
{
    /// <summary>The API's id of the deleted seller.</summary>
    public required string Id { get; init; }

    /// <summary>The shop's own id of the deleted seller.</summary>
    public string? RefSellerId { get; init; }

    /// <summary>Prints only members that are neither personal nor secret.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Id]);
}

using System.Text;
using PaymentSdk.Values;

namespace PaymentSdk.Api;

/// <summary>What was deleted.</summary>
public sealed record DeletedEntity : ApiObject
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>The shop's id of it.</summary>
    public string? RefSellerId { get; init; }

    /// <summary>Only what is neither personal nor secret is printed.</summary>
    protected override bool PrintMembers(StringBuilder builder) => Printed.Only(builder, [Id]);
}

namespace PaymentSdk.Api;

/// <summary>A product that is sold in escrow.</summary>
public sealed record EscrowProduct
{
    /// <summary>The shop's own id of this row.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the product.</summary>
    public required string Name { get; init; }

    /// <summary>The shop's product code.</summary>
    public required string Code { get; init; }

    /// <summary>The price of one unit, in won.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>The number of units.</summary>
    public required int Quantity { get; init; }
}

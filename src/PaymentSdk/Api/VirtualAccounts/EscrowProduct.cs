namespace PaymentSdk.Api;

/// <summary>One product sold in escrow.</summary>
public sealed record EscrowProduct
{
    /// <summary>The shop's id of the row.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The shop's product code.</summary>
    public required string Code { get; init; }

    /// <summary>The price of one, in won.</summary>
    public required decimal UnitPrice { get; init; }

    /// <summary>How many.</summary>
    public required int Quantity { get; init; }
}

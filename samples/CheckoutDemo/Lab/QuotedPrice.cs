namespace CheckoutDemo.Lab;

/// <summary>What a cart costs.</summary>
internal sealed record QuotedPrice(string Currency, decimal Total);

namespace CheckoutDemo.Lab;

/// <summary>The price of a cart.</summary>
internal sealed record QuotedPrice(string Currency, decimal Total);

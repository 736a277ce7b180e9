namespace CheckoutDemo.Lab;

/// <summary>A header line.</summary>
internal sealed record Header(string Name, string Value);

namespace CheckoutDemo.Catalog;

/// <summary>A text in the languages of the shop.</summary>
internal sealed record LocalText(string Ko, string En);

namespace CheckoutDemo.Catalog;

/// <summary>A product of the shop. The server charges <c>Price</c>, in won; the page only shows it.</summary>
internal sealed record Product(string Sku, decimal Price, LocalText Names, LocalText About)
{
    public string Name => Names.Ko;
}

namespace CheckoutDemo.Catalogue;

/// <summary>Something the shop sells. The price, in won, is what the server charges: the page only shows it.</summary>
internal sealed record Product(string Sku, decimal Price, LocalText Names, LocalText About)
{
    public string Name => Names.Ko;
}

using CheckoutDemo.Catalogue;

namespace CheckoutDemo.Orders;

/// <summary>So many of one product.</summary>
internal sealed record OrderLine(Product Product, int Quantity)
{
    public decimal Price => Product.Price * Quantity;
}

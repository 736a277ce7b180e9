using CheckoutDemo.Catalog;

namespace CheckoutDemo.Orders;

/// <summary>A product of an order with its quantity.</summary>
internal sealed record OrderLine(Product Product, int Quantity)
{
    public decimal Price => Product.Price * Quantity;
}

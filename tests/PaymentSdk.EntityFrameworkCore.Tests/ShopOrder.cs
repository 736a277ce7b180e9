namespace PaymentSdk.EntityFrameworkCore.Tests;

public sealed class ShopOrder
{
    public int Id { get; set; }

    public required string Name { get; set; }
}

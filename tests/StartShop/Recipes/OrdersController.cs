using Microsoft.AspNetCore.Mvc;
using PaymentSdk;

namespace StartShop.Recipes;

[ApiController]
[Route("api/mvc-orders")]
public sealed class OrdersController(ICheckout checkout) : ControllerBase
{
    [HttpPost]
    [RequireMerchantOrigin]
    public async Task<IActionResult> OpenAsync(CancellationToken cancellationToken)
    {
        var purchase = new NewPurchase { Amount = Money.Krw(15_000), OrderName = "머그컵 두 개" };
        return (await checkout.OpenAsync(purchase, cancellationToken)).Match<IActionResult>(
            opened => Created($"/orders/{opened.Order.OrderId}", new { orderId = opened.Order.OrderId.Value }),
            notOpen => Conflict(),
            notFound => NotFound());
    }
}

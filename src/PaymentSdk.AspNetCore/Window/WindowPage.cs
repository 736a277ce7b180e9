using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Window;

/// <summary>Says that the payment window opens on a page: a feature of the request by <c>UsePaymentWindow</c>, metadata of the endpoint by <c>WithPaymentWindow</c>.</summary>
internal sealed record WindowPage(string Merchant, PaymentWindowTarget Target)
{
    /// <summary>The endpoint's own word, else the application's; null when the answer is no such page.</summary>
    public static WindowPage? Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<WindowPage>() ?? context.Features.Get<WindowPage>();

    public override string ToString() => Merchant.Length == 0 ? "PaymentWindow" : $"PaymentWindow: {Merchant}";
}

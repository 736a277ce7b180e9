using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Window;

/// <summary>
/// Marks a page on which the payment window opens: as a feature of the request by <c>UsePaymentWindow</c>, or as metadata of the endpoint by
/// <c>WithPaymentWindow</c>.
/// </summary>
internal sealed record WindowPage(string Merchant, PaymentWindowTarget Target)
{
    /// <summary>Returns the mark of the endpoint, otherwise that of the application; null if the answer is not such a page.</summary>
    public static WindowPage? Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<WindowPage>() ?? context.Features.Get<WindowPage>();

    public override string ToString() => Merchant.Length == 0 ? "PaymentWindow" : $"PaymentWindow: {Merchant}";
}

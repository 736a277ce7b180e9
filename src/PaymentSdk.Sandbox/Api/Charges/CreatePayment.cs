using PaymentSdk.Sandbox.Books;

namespace PaymentSdk.Sandbox.Api.Charges;

/// <summary>
/// <c>POST /v1/payments</c>: a payment that waits for its buyer at <c>checkout.url</c>. Undocumented today (payment-api.md §2.1), but there
/// are clients that call it.
/// </summary>
internal sealed class CreatePayment(PaymentBooks books, SandboxClock clock)
{
    public ApiAnswer Answer(ApiRequest request)
    {
        var body = Fields.Parse(request.Body);
        var method = body.RequiredText("method", 30);
        if (PaymentChoice.FromMethod(method) is null)
            throw new RefusedException("INVALID_REQUEST");
        var payment = books.Open(body.RequiredSession(request, PaymentType.Normal) with
        {
            MethodHint = method,
            SuccessUrl = Address(body, "SUCCESS", "successUrl"),
            FailUrl = Address(body, "FAIL", "failUrl"),
            CheckoutBase = request.Base,
        });
        return ApiAnswer.Ok(PaymentJson.Write(payment, new Words(request.English), clock.GetUtcNow()));
    }

    private static string Address(Fields body, string which, string name) =>
        Uri.TryCreate(body.RequiredText(name, 2048), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri.OriginalString
            : throw new RefusedException($"INCORRECT_{which}_URL_FORMAT");
}

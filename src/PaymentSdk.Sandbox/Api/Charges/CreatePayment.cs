using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Charges;

/// <summary>
/// <c>POST /v1/payments</c>: creates a payment that waits for its buyer at <c>checkout.url</c>. The call is no longer documented
/// (docs/spec/payment-api.md §2.1), but some clients use it.
/// </summary>
internal sealed class CreatePayment(PaymentStore store, SandboxClock clock)
{
    /// <summary>
    /// Options that the sandbox does not support. They are refused, because ignoring one would create a payment that the shop did not request.
    /// </summary>
    private static readonly string[] _notPlayed =
    [
        "useInternationalCardOnly", "useAppCardOnly", "freeInstallmentPlans", "useFreeInstallmentPlan", "selectableCardTypes", "dueDate", "bank",
        "accountType", "accountKey", "mobileCarrier", "mobileCarriers", "provider", "country", "products", "pendingUrl",
    ];

    public ApiAnswer Answer(ApiRequest request)
    {
        var body = Fields.Parse(request.Body);
        if (Array.Find(_notPlayed, body.Has) is { } lost)
            throw new RefusedException("INVALID_REQUEST", $"the sandbox does not support {lost}");
        var method = body.RequiredText("method", 30);
        var choice = PaymentChoice.FromMethod(method) ?? throw new RefusedException("INVALID_REQUEST");
        var session = body.RequiredSession(request, PaymentType.Normal);
        if (choice is PaymentChoice.Card or PaymentChoice.EasyPay && body.Object("cashReceipt") is not null)
            throw new RefusedException("INVALID_CASH_RECEIPT_INFO");
        var terms = Terms(body, session);
        var payment = store.Open(session with
        {
            MethodHint = choice.WindowMethod ?? throw new RefusedException("NOT_SUPPORTED_METHOD"),
            CardTerms = choice is PaymentChoice.Card or PaymentChoice.EasyPay ? terms : null,
            TransferTerms = choice is PaymentChoice.Transfer ? terms : null,
            AccountTerms = choice is PaymentChoice.VirtualAccount ? terms : null,
            SuccessUrl = Address(body, "SUCCESS", "successUrl"),
            FailUrl = Address(body, "FAIL", "failUrl"),
        });
        return ApiAnswer.Ok(PaymentJson.Write(payment, new Words(request.English), clock.GetUtcNow()));
    }

    private static MethodTerms Terms(Fields body, PaymentSession session)
    {
        try
        {
            return new MethodRequest
            {
                CardCompany = body.Text("cardCompany", 40),
                EasyPay = body.Text("easyPay", 40),
                CardInstallmentPlan = Months(body, "cardInstallmentPlan"),
                MaxCardInstallmentPlan = Months(body, "maxCardInstallmentPlan"),
                UseCardPoint = body.Flag("useCardPoint") ?? false,
                DiscountCode = body.Text("discountCode", 100),
                TaxExemptionAmount = session.TaxExemptionAmount,
                UseEscrow = body.Flag("useEscrow") ?? false,
                CultureExpense = session.CultureExpense,
                CashReceiptType = body.Object("cashReceipt")?.RequiredText("type", 10),
                ValidHours = (int?)body.Amount("validHours"),
            }.Read(session);
        }
        catch (MethodRequestException wish)
        {
            throw new RefusedException(wish.Code == "INVALID_PARAMETERS" ? "INVALID_REQUEST" : wish.Code, wish.Message);
        }
    }

    private static int? Months(Fields body, string name) => body.Amount(name) switch
    {
        null => null,
        { } months when months is >= 0 and <= 12 && months % 1 == 0 => (int)months,
        _ => throw new RefusedException("INVALID_CARD_INSTALLMENT_PLAN"),
    };

    private static string Address(Fields body, string which, string name) =>
        Uri.TryCreate(body.RequiredText(name, 2048), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri.OriginalString
            : throw new RefusedException($"INCORRECT_{which}_URL_FORMAT");
}

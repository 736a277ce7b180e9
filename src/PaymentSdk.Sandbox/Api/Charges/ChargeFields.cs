using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Charges;

/// <summary>Reads the members that every charge without a window has (docs/spec/payment-api.md §2.1, §2.2, §4).</summary>
internal static class ChargeFields
{
    public static PaymentSession RequiredSession(this Fields body, ApiRequest request, string type)
    {
        var session = new PaymentSession
        {
            Merchant = request.Merchant,
            Type = type,
            OrderId = body.RequiredText("orderId", int.MaxValue),
            OrderName = body.RequiredText("orderName", 100),
            Amount = body.RequiredAmount("amount"),
            TaxFreeAmount = body.Amount("taxFreeAmount") ?? 0,
            TaxExemptionAmount = body.Amount("taxExemptionAmount") ?? 0,
            Base = request.Base,
            CustomerName = body.Text("customerName", 100),
            CustomerEmail = body.Text("customerEmail", 100),
            CustomerMobilePhone = body.Text("customerMobilePhone", 15),
            CultureExpense = body.Flag("cultureExpense") ?? false,
            Metadata = body.Metadata("metadata")?.ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>()),
        };
        return session switch
        {
            _ when body.Text("currency", 10) is not (null or "KRW") => throw new RefusedException("INVALID_CURRENCY", "the sandbox accepts only the currency KRW here"),
            _ when !SessionRules.IsOrderId(session.OrderId) => throw new RefusedException("INVALID_ORDER_ID"),
            _ when !SessionRules.IsAmount(session.Amount, 0) => throw new RefusedException("INVALID_REQUEST"),
            _ when session.TaxFreeAmount < 0 || session.TaxFreeAmount > session.Amount => throw new RefusedException("INVALID_REQUEST"),
            _ when session.TaxExemptionAmount < 0 || session.TaxExemptionAmount + session.TaxFreeAmount > session.Amount => throw new RefusedException("INVALID_REQUEST"),
            { CustomerEmail: { } email } when !IsEmail(email) => throw new RefusedException("INVALID_EMAIL"),
            { CustomerMobilePhone: { } phone } when phone.Length < 8 || phone.AsSpan().ContainsAnyExceptInRange('0', '9')
                => throw new RefusedException("INVALID_REQUEST"),
            _ => session,
        };
    }

    private static bool IsEmail(string text) =>
        text.Split('@') is [{ Length: > 0 }, { Length: > 2 } host] && host.Contains('.', StringComparison.Ordinal) && !text.Contains(' ', StringComparison.Ordinal);
}

using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>Creates a payment as if a buyer had authenticated it in the window.</summary>
internal static class AuthenticatedPayment
{
    public static Payment Make(PaymentStore store, Merchants merchants, SandboxPaymentRequest request, string address, HttpContext? context = null)
    {
        var merchant = merchants.OfControl(request.ClientKey, context);
        if (PaymentChoice.FromMethod(request.Method) is not { } choice)
            throw new ControlFormatException(
                $"The method '{request.Method}' is not known. Use CARD, EASY_PAY, TRANSFER, VIRTUAL_ACCOUNT, MOBILE_PHONE or FOREIGN_EASY_PAY.");
        if (request.ConfirmFailure is { } code && ErrorTable.Find(code) is null)
            throw new ControlFormatException($"'{code}' is not an error code of the API.");

        if (request.Type is not (PaymentType.Normal or PaymentType.BrandPay) || (request.Type == PaymentType.BrandPay && request.CustomerKey is null))
            throw new ControlFormatException($"The type '{request.Type}' is not valid. Use NORMAL, or BRANDPAY with a customerKey.");

        var session = new PaymentSession
        {
            Type = request.Type,
            CustomerKey = request.CustomerKey,
            Merchant = merchant ?? merchants.All[0],
            IsForAnyShop = merchant is null,
            Base = address,
            OrderId = request.OrderId,
            Amount = request.Amount,
            Currency = request.Currency,
            OrderName = request.OrderName,
            TaxFreeAmount = request.TaxFreeAmount,
            MethodHint = request.Method,
            CustomerName = "Sandbox buyer",
        };
        if (SessionRules.Fault(session) is { } fault)
            throw new ControlFormatException(fault);
        return store.Authenticate(store.Open(session).PaymentKey, choice with { ConfirmFailure = request.ConfirmFailure });
    }
}

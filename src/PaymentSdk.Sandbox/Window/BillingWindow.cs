using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Window;

/// <summary>
/// Ends the window of <c>requestBillingAuth</c>, which always redirects to a URL of the shop (docs/spec/payment-api.md §9.2, §9.3).
/// </summary>
internal static class BillingWindow
{
    public static IResult Finish(BillingRequest request, Merchants merchants, BillingStore store, HttpContext http)
    {
        var merchant = merchants.ByClientKey(request.ClientKey ?? "");
        if (Fault(request, merchant, merchants) is { } fault)
            return Results.Json(fault, WindowJson.Options, statusCode: StatusCodes.Status400BadRequest);
        return Results.Json(new { returnUrl = request.Canceled ? Failure(request, http) : Success(request, merchant!, store) }, WindowJson.Options);
    }

    private static WindowRefusal? Fault(BillingRequest request, Merchant? merchant, Merchants merchants) => OrderRules.KeyFault(merchant, "payment") ?? request switch
    {
        { SuccessUrl: null } or { FailUrl: null } => new("INVALID_PARAMETERS", "Give both successUrl and failUrl: registering always redirects."),
        { Method: not ("CARD" or "TRANSFER") } => new("NOT_SUPPORTED_METHOD", "Cards (CARD) and bank accounts (TRANSFER) can be registered."),
        { Method: "TRANSFER", CardCompany: not null } => new("INVALID_PARAMETERS", "cardCompany is allowed only with method CARD."),
        { CardCompany: { } company } when CardCompany.Find(company) is null => new("INVALID_CARD_COMPANY", $"cardCompany '{company}' is not a card company: give its number, Korean or English name, such as 61, 현대 or HYUNDAI."),
        { CustomerKey: not { Length: >= 2 and <= 300 } or "@@ANONYMOUS" } => new("INVALID_CUSTOMER_KEY", "customerKey must have 2 to 300 characters and must not be anonymous."),
        _ => OrderRules.AddressFault(request.SuccessUrl, "SUCCESS", merchants.PagesOf(merchant))
            ?? OrderRules.AddressFault(request.FailUrl, "FAIL", merchants.PagesOf(merchant)),
    };

    private static string Success(BillingRequest request, Merchant merchant, BillingStore store)
    {
        var card = request.Method == "CARD" ? CardDetails.Of("9410001234567890", request.CardCompany is null ? null : CardCompany.Find(request.CardCompany)) : null;
        var authKey = store.Authenticate(merchant, request.CustomerKey!, card);
        return ReturnAddress.Append(request.SuccessUrl!, [("customerKey", request.CustomerKey!), ("authKey", authKey)]);
    }

    private static string Failure(BillingRequest request, HttpContext http)
    {
        const string code = "PAY_PROCESS_CANCELED";
        return ReturnAddress.Append(request.FailUrl!, [("code", code), ("message", WindowTexts.Of(code, WindowEndpoints.WantsEnglish(http)))]);
    }
}

/// <summary>The values with which the shop's page sent a customer to register a card or an account, and whether the customer canceled.</summary>
internal sealed record BillingRequest(
    string? ClientKey, string? CustomerKey, string? Method, string? SuccessUrl, string? FailUrl, bool Canceled,
    string? CardCompany);

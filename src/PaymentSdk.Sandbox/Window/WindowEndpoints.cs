using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Window;

/// <summary>
/// Maps the payment window: its pages and the endpoints that they call. All have the same origin, so no answer carries CORS headers.
/// </summary>
internal static class WindowEndpoints
{
    public static void MapWindow(this IEndpointRouteBuilder app)
    {
        var window = app.MapGroup("/window").RequireOwnName();
        window.MapGet("/", WindowPages.NewWindow);
        window.MapGet("/{paymentKey}", WindowPages.Window);
        window.MapGet("/billing", WindowPages.Billing);
        window.MapPost("/billing", BillingWindow.Finish);
        window.MapGet("/methods", WindowPages.Methods);
        window.MapGet("/agreement", WindowPages.Agreement);
        window.MapGet("/assets/{name}", WindowPages.Asset);

        window.MapGet("/key", CheckKey);
        window.MapPost("/payments", Open);
        window.MapGet("/payments/{paymentKey}", Look);
        window.MapPost("/payments/{paymentKey}/approve", Approve);
        window.MapPost("/payments/{paymentKey}/fail", Fail);
        window.MapPost("/payments/{paymentKey}/cancel", Cancel);
    }

    private static IResult CheckKey(Merchants merchants, string? clientKey, string? kind, string? page)
    {
        var merchant = merchants.ByClientKey(clientKey ?? "");
        return (OrderRules.KeyFault(merchant, kind) ?? OrderRules.PageFault(page, merchants.PagesOf(merchant))) is { } fault
            ? Refuse(fault)
            : Results.NoContent();
    }

    private static IResult Open(WindowOrder order, Merchants merchants, PaymentStore store, SandboxClock clock, PublicBase publicBase, HttpContext http)
    {
        var merchant = merchants.ByClientKey(order.ClientKey ?? "");
        return OrderRules.Fault(order, merchant, merchants.PagesOf(merchant)) is { } fault
            ? Refuse(fault)
            : Show(store.Open(OrderRules.Session(order, merchant!, publicBase.Of(http.Request))), clock, http);
    }

    private static IResult Look(string paymentKey, PaymentStore store, SandboxClock clock, HttpContext http) =>
        store.Find(paymentKey) is { } payment ? Show(payment, clock, http) : Refuse(_unknown);

    private static IResult Approve(string paymentKey, ChoiceRequest request, PaymentStore store, SandboxClock clock, HttpContext http)
    {
        var isOffered = request.Read() is { } choice && (store.Find(paymentKey) is not { } payment || WindowView.Offers(payment.Session, choice));
        return isOffered
            ? Act(() => store.Authenticate(paymentKey, request.Read()!), paymentKey, store, clock, http)
            : Refuse(new WindowRefusal("INVALID_PARAMETERS", "Choose one of the methods that the window offers."));
    }

    private static IResult Fail(string paymentKey, FailureRequest request, PaymentStore store, SandboxClock clock, HttpContext http) =>
        request.Code is { } code && ErrorTable.Find(code) is not null
            ? Act(() => store.Abort(paymentKey, code), paymentKey, store, clock, http)
            : Refuse(new WindowRefusal("INVALID_PARAMETERS", "Choose a code from the API's error table."));

    private static IResult Cancel(string paymentKey, PaymentStore store, SandboxClock clock, HttpContext http) =>
        Act(() => store.CloseByBuyer(paymentKey), paymentKey, store, clock, http);

    /// <summary>
    /// Performs the first action on a window. A later one, such as a second press or one after expiry, returns the existing outcome.
    /// </summary>
    private static IResult Act(Func<Payment> act, string paymentKey, PaymentStore store, SandboxClock clock, HttpContext http)
    {
        try
        {
            return Show(act(), clock, http);
        }
        catch (RefusedException)
        {
            return Look(paymentKey, store, clock, http);
        }
    }

    private static IResult Show(Payment payment, SandboxClock clock, HttpContext http) =>
        Answer(WindowView.Of(payment, clock.GetUtcNow(), WantsEnglish(http)), StatusCodes.Status200OK);

    private static IResult Refuse(WindowRefusal refusal) => Answer(refusal, StatusCodes.Status400BadRequest);

    private static IResult Answer(object body, int status) => Results.Json(body, WindowJson.Options, statusCode: status);

    /// <summary>Returns true if the caller requests English. The default is Korean, as in the API (docs/spec/payment-api.md §1.1).</summary>
    public static bool WantsEnglish(HttpContext http) =>
        http.Request.Headers.AcceptLanguage.ToString().StartsWith("en", StringComparison.OrdinalIgnoreCase);

    private static readonly WindowRefusal _unknown = new("NOT_FOUND_PAYMENT_SESSION", "There is no such payment window. Start again in the shop.");
}

/// <summary>The buyer's choice in the window.</summary>
internal sealed record ChoiceRequest(string? Method, string? Issuer, int Installments, string? Wallet, string? Bank, string? ConfirmFailure)
{
    /// <summary>Returns the choice in the form of the store, or null if the window does not offer it.</summary>
    public PaymentChoice? Read()
    {
        PaymentChoice? choice = this switch
        {
            { Method: "CARD", Issuer: { } issuer, Installments: 0 or (>= 2 and <= 12) } when CardCompany.Find(issuer)?.Code == issuer => new PaymentChoice.Card(issuer, Installments),
            { Method: "EASY_PAY", Wallet: { } wallet } when EasyPayProvider.Find(wallet)?.Code == wallet => new PaymentChoice.EasyPay(wallet),
            { Method: "TRANSFER", Bank: { } bank } when Banks.Code(bank) == bank => new PaymentChoice.Transfer(bank),
            { Method: "VIRTUAL_ACCOUNT", Bank: { } bank } when Banks.Code(bank) == bank => new PaymentChoice.VirtualAccount(bank),
            _ => null,
        };
        var isKnown = ConfirmFailure is null || ErrorTable.Find(ConfirmFailure) is not null;
        return isKnown && choice is not null ? choice with { ConfirmFailure = ConfirmFailure } : null;
    }
}

/// <summary>The failure that the person at the window selected.</summary>
internal sealed record FailureRequest(string? Code);

using PaymentSdk.Sandbox.Stores;
using PaymentSdk.Sandbox.Values;

namespace PaymentSdk.Sandbox.Window;

/// <summary>Checks an order before a window opens for it. Returns the first fault, or null if there is none.</summary>
internal static class OrderRules
{
    public static WindowRefusal? Fault(WindowOrder order, Merchant? merchant, PageOrigins pages) => KeyFault(merchant, order.Kind) ?? PageFault(order.MerchantOrigin, pages) ?? order switch
    {
        _ when (order.SuccessUrl is null) != (order.FailUrl is null)
            => new("INVALID_PARAMETERS", "Give both successUrl and failUrl (redirect), or neither (promise)."),
        { MerchantOrigin: null, SuccessUrl: null }
            => new("NOT_SUPPORTED_PROMISE", "A window that takes over the tab needs successUrl and failUrl."),
        _ => AddressFault(order.SuccessUrl, "SUCCESS", pages) ?? AddressFault(order.FailUrl, "FAIL", pages) ?? SessionFault(order, merchant!),
    };

    /// <summary>Returns the fault of an unknown key or a key of the wrong kind (docs/spec/payment-api.md §1.3).</summary>
    public static WindowRefusal? KeyFault(Merchant? merchant, string? kind) => (merchant, kind) switch
    {
        (null, _) => new("INVALID_CLIENT_KEY", "This sandbox does not know the client key. Start it with --client-key, or use one of the sandbox's own keys."),
        ({ IsWidget: false }, "widget") => new("NOT_SUPPORTED_API_INDIVIDUAL_KEY", "widgets() takes a widget client key (test_gck_…)."),
        ({ IsWidget: true }, "payment") => new("NOT_SUPPORTED_WIDGET_KEY", "payment() takes an API-individual client key (test_ck_…)."),
        (_, "widget" or "payment") => null,
        _ => new("INVALID_PARAMETERS", "The order has no kind, so it was not created by the script."),
    };

    /// <summary>
    /// Returns the fault of a page that is not registered for the key. The page receives only this error, regardless of how it opened the frame.
    /// </summary>
    public static WindowRefusal? PageFault(string? page, PageOrigins pages) => page is null || pages.Accept(page)
        ? null
        : new("FORBIDDEN_REQUEST", $"The page {page} is not a registered origin of this client key.");

    public static PaymentSession Session(WindowOrder order, Merchant merchant, string address) => Agreed(order, new PaymentSession
    {
        Merchant = merchant,
        Base = address,
        OrderId = order.OrderId ?? "",
        OrderName = order.OrderName ?? "",
        Amount = order.Amount?.Value ?? 0,
        Currency = order.Amount?.Currency ?? "KRW",
        TaxFreeAmount = order.TaxFreeAmount,
        MethodHint = order.Method,
        SuccessUrl = order.SuccessUrl,
        FailUrl = order.FailUrl,
        CustomerKey = order.CustomerKey,
        CustomerName = order.CustomerName,
        CustomerEmail = order.CustomerEmail,
        CustomerMobilePhone = order.CustomerMobilePhone,
        Metadata = order.Metadata,
    });

    private static PaymentSession Agreed(WindowOrder order, PaymentSession session) => session with
    {
        CardTerms = order.Card?.Wish.Read(session),
        TransferTerms = order.Transfer?.Wish.Read(session),
        AccountTerms = order.VirtualAccount?.Wish.Read(session),
    };

    private static WindowRefusal? SessionFault(WindowOrder order, Merchant merchant)
    {
        try
        {
            return SessionRules.Fault(Session(order, merchant, address: "")) is { } fault ? new("INVALID_PARAMETERS", fault) : null;
        }
        catch (MethodRequestException wish)
        {
            return new(wish.Code, wish.Message);
        }
    }

    /// <summary>Returns the fault of a return URL, which must be absolute and have a registered origin.</summary>
    public static WindowRefusal? AddressFault(string? address, string which, PageOrigins pages)
    {
        if (address is null)
            return null;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp))
            return new($"INCORRECT_{which}_URL_FORMAT", "The address must be full, with its origin: https://myshop.com/…");
        var origin = uri.GetLeftPart(UriPartial.Authority);
        return pages.Accept(origin) ? null : new("NOT_REGISTERED_REDIRECT_URL", $"{origin} is not a registered origin of this client key.");
    }
}

using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.BrandPay;

/// <summary>The operations of BrandPay (docs/spec/payment-api.md §2.6).</summary>
internal static class BrandPayOperations
{
    public static ApiOperation GetTerms { get; } = Query("brandpay-terms", "/v1/brandpay/terms");

    public static ApiOperation Agree { get; } = Post("brandpay-agree", "/v1/brandpay/terms/agree");

    public static ApiOperation GetToken { get; } = Post("brandpay-token", "/v1/brandpay/authorizations/access-token");

    public static ApiOperation GetMethods { get; } = Query("brandpay-methods", "/v1/brandpay/payments/methods");

    public static ApiOperation GetMethodsOfCustomer { get; } = Query("brandpay-methods-of-customer", "/v1/brandpay/payments/methods/{customerKey}");

    public static ApiOperation RemoveCard { get; } = Post("brandpay-remove-card", "/v1/brandpay/payments/methods/card/remove");

    public static ApiOperation RemoveAccount { get; } = Post("brandpay-remove-account", "/v1/brandpay/payments/methods/account/remove");

    // The payment key can be used only once, as in the widget's confirm.
    public static ApiOperation Confirm { get; } = new("brandpay-confirm", HttpMethod.Post, "/v1/brandpay/payments/confirm", OperationKind.WindowConfirm);

    public static ApiOperation Pay { get; } = Post("brandpay-payment", "/v1/brandpay/payments");

    public static ApiOperation RemoveCustomer { get; } = Post("brandpay-remove-customer", "/v1/brandpay/customers/remove");

    public static ApiOperation GetCardPromotions { get; } = Query("brandpay-card-promotions", "/v1/brandpay/promotions/card");

    public static ApiOperation GetBankPromotions { get; } = Query("brandpay-bank-promotions", "/v1/brandpay/promotions/bank");

    private static ApiOperation Query(string name, string route) => new(name, HttpMethod.Get, route, OperationKind.Query);

    private static ApiOperation Post(string name, string route) => new(name, HttpMethod.Post, route, OperationKind.Money);
}

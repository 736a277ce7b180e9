using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.Payouts;

/// <summary>The operations of payouts v2 (docs/spec/payment-api.md §2.9).</summary>
internal static class PayoutOperations
{
    public static ApiOperation GetBalance { get; } = Query("payout-balance", "/v2/balances");

    public static ApiOperation CreateSeller { get; } = Post("seller", "/v2/sellers");

    public static ApiOperation GetSeller { get; } = Query("seller-get", "/v2/sellers/{sellerId}");

    public static ApiOperation ListSellers { get; } = Query("sellers", "/v2/sellers") with { IsList = true };

    public static ApiOperation UpdateSeller { get; } = Post("seller-update", "/v2/sellers/{sellerId}");

    public static ApiOperation DeleteSeller { get; } = new("seller-delete", HttpMethod.Delete, "/v2/sellers/{sellerId}", OperationKind.Money);

    public static ApiOperation Request { get; } = Post("payout", "/v2/payouts");

    public static ApiOperation Cancel { get; } = Post("payout-cancel", "/v2/payouts/{payoutId}/cancel");

    public static ApiOperation Get { get; } = Query("payout-get", "/v2/payouts/{payoutId}");

    public static ApiOperation List { get; } = Query("payouts", "/v2/payouts") with { IsList = true };

    private static ApiOperation Query(string name, string route) => new(name, HttpMethod.Get, route, OperationKind.Query);

    private static ApiOperation Post(string name, string route) => new(name, HttpMethod.Post, route, OperationKind.Money);
}

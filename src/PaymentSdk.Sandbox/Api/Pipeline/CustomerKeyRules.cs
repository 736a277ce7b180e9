using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>What was measured of customer keys (docs/spec/payment-api.md §4): 300 characters are taken, 301 break the real service's database.</summary>
internal static class CustomerKeyRules
{
    public static string RequiredCustomerKey(this Fields body) => body.RequiredText("customerKey", int.MaxValue) switch
    {
        { Length: > 300 } => throw new RefusedException("FAILED_DB_PROCESSING"),
        { Length: < 2 } => throw new RefusedException("INVALID_CUSTOMER_KEY"),
        { } key => key,
    };
}

using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>
/// The measured limits of customer keys (docs/spec/payment-api.md §4): the real service accepts a key of 300 characters, and answers a key of 301
/// characters with a database error.
/// </summary>
internal static class CustomerKeyRules
{
    public static string RequiredCustomerKey(this Fields body) => body.RequiredText("customerKey", int.MaxValue) switch
    {
        { Length: > 300 } => throw new RefusedException("FAILED_DB_PROCESSING"),
        { Length: < 2 } => throw new RefusedException("INVALID_CUSTOMER_KEY"),
        { } key => key,
    };
}

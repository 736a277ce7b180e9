using PaymentSdk.Api;

namespace PaymentSdk.Checkout.State;

/// <summary>Whether cancelled money has reached the buyer's account. This applies only to deposits into virtual accounts.</summary>
internal static class AccountPayout
{
    public static bool IsPending(Payment? payment) => payment?.VirtualAccount?.RefundStatus?.Value == "PENDING";

    public static bool HasFailed(Payment? payment) => payment?.VirtualAccount?.RefundStatus?.Value is "FAILED" or "PARTIAL_FAILED";
}

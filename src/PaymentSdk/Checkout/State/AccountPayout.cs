using PaymentSdk.Api;

namespace PaymentSdk.Checkout.State;

/// <summary>Whether money that was cancelled has reached the buyer's account: only a deposit into a virtual account is paid out.</summary>
internal static class AccountPayout
{
    public static bool IsPending(Payment? payment) => payment?.VirtualAccount?.RefundStatus?.Value == "PENDING";

    public static bool HasFailed(Payment? payment) => payment?.VirtualAccount?.RefundStatus?.Value is "FAILED" or "PARTIAL_FAILED";
}

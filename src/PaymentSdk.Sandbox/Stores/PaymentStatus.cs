namespace PaymentSdk.Sandbox.Stores;

/// <summary>The statuses of a payment, in the spelling of the API (docs/spec/payment-api.md §3.12).</summary>
internal static class PaymentStatus
{
    public const string Ready = "READY";
    public const string InProgress = "IN_PROGRESS";
    public const string WaitingForDeposit = "WAITING_FOR_DEPOSIT";
    public const string Done = "DONE";
    public const string Canceled = "CANCELED";
    public const string PartialCanceled = "PARTIAL_CANCELED";
    public const string Aborted = "ABORTED";
    public const string Expired = "EXPIRED";
}

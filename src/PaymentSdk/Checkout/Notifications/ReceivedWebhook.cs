namespace PaymentSdk.Checkout.Notifications;

/// <summary>
/// A webhook as it was received: the raw body and the headers of its sender (docs/spec/payment-api.md §7.2); null for a missing header.
/// </summary>
internal sealed record ReceivedWebhook(ReadOnlyMemory<byte> Body, string? Id = null, string? Time = null, string? Signature = null);

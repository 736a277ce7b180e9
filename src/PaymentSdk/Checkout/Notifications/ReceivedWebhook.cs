namespace PaymentSdk.Checkout.Notifications;

/// <summary>A webhook as it came: the raw bytes and the headers that its sender gave it (docs/spec/payment-api.md §7.2); null where it gave none.</summary>
internal sealed record ReceivedWebhook(ReadOnlyMemory<byte> Body, string? Id = null, string? Time = null, string? Signature = null);

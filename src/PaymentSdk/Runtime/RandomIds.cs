using PaymentSdk.Api;

namespace PaymentSdk.Runtime;

/// <summary>Creates ids and keys from the random source of the runtime.</summary>
internal static class RandomIds
{
    /// <summary>Creates an order id from 160 random bits, written as 40 lower-case hexadecimal characters.</summary>
    public static OrderId NewOrderId(this ICheckoutRuntime runtime) => OrderId.Parse(Hex(runtime, 20));

    public static PurchaseId NewPurchaseId(this ICheckoutRuntime runtime) => PurchaseId.Parse(Hex(runtime, 16));

    public static IdempotencyKey NewIdempotencyKey(this ICheckoutRuntime runtime) => IdempotencyKey.Parse(NewGuid(runtime).ToString("D"));

    public static Guid NewGuid(this ICheckoutRuntime runtime)
    {
        Span<byte> bytes = stackalloc byte[16];
        runtime.FillRandom(bytes);
        // Version 4, variant 1, as Guid.NewGuid creates it.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static string Hex(ICheckoutRuntime runtime, int count)
    {
        Span<byte> bytes = stackalloc byte[count];
        runtime.FillRandom(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}

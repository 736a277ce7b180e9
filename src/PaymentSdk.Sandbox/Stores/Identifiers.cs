using System.Globalization;
using System.Security.Cryptography;

namespace PaymentSdk.Sandbox.Stores;

/// <summary>Creates the gateway's keys and numbers, in the form of the real ones.</summary>
internal static class Identifiers
{
    private const string _letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string PaymentKey(DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"tgen_{now.ToOffset(Korea.Offset):yyyyMMddHHmmss}{Text(24)}");

    public static string TransactionKey() => $"txrd_{Text(27)}";

    public static string EventId() => $"evt_{Text(24)}";

    public static string TransmissionId() => $"whtrans_{Text(24)}";

    public static string AuthKey() => $"bln_{Text(11)}";

    /// <summary>A billing key is Base64 with padding, like the real ones, and must be escaped in a path.</summary>
    public static string BillingKey() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace('+', '-').Replace('/', '_');

    public static string Secret() => $"ps_{Text(40)}";

    public static string SellerId() => $"seller_{Text(24)}";

    public static string PayoutId() => $"FPA_{Text(24)}";

    public static string BrandPayCode() => Text(40);

    public static string Token() => Text(64);

    public static string MethodId() => $"m_{Text(20)}";

    public static string MethodKey() => Text(44);

    public static string ReceiptKey() => $"rcpt_{Text(27)}";

    /// <summary>Returns the issue number of a cash receipt.</summary>
    public static string IssueNumber() => Digits(9);

    public static string ApproveNumber() => Digits(8);

    /// <summary>Virtual accounts of test payments start with X (docs/spec/payment-api.md §8).</summary>
    public static string AccountNumber() => $"X{Digits(13)}";

    public static string TraceId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static string Text(int length) => RandomNumberGenerator.GetString(_letters, length);

    private static string Digits(int length) => RandomNumberGenerator.GetString("0123456789", length);
}

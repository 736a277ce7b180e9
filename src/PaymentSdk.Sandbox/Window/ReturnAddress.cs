using System.Globalization;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Window;

/// <summary>Where the browser goes when the window is done: the redirect contract of docs/spec/payment-api.md §9.3.</summary>
internal static class ReturnAddress
{
    public static string Success(Payment payment)
    {
        var session = payment.Session;
        (string, string)[] members =
        [
            ("amount", session.Amount.ToString("0.##", CultureInfo.InvariantCulture)),
            ("orderId", session.OrderId),
            ("paymentKey", payment.PaymentKey),
        ];
        return Append(session.SuccessUrl!, session.Merchant.IsWidget ? [("paymentType", "NORMAL"), .. members] : members);
    }

    /// <summary>A buyer who gave up is sent back without the order id.</summary>
    public static string Failure(PaymentSession session, string code, string message)
    {
        (string, string)[] members = [("code", code), ("message", message)];
        return Append(session.FailUrl!, code == "PAY_PROCESS_CANCELED" ? members : [.. members, ("orderId", session.OrderId)]);
    }

    /// <summary>Adds to what the shop's address already asks; its fragment stays at the end.</summary>
    public static string Append(string address, IEnumerable<(string Name, string Value)> members)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (front, fragment) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
        var query = string.Join('&', members.Select(member => $"{member.Name}={Uri.EscapeDataString(member.Value)}"));
        var joint = !front.Contains('?', StringComparison.Ordinal) ? "?" : front[^1] is '?' or '&' ? "" : "&";
        return $"{front}{joint}{query}{fragment}";
    }
}

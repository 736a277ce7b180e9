using System.Globalization;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Window;

/// <summary>Builds the URL to which the browser is sent after the window (docs/spec/payment-api.md §9.3).</summary>
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

    /// <summary>Returns the URL for a failure. It has no order id if the buyer canceled.</summary>
    public static string Failure(PaymentSession session, string code, string message)
    {
        (string, string)[] members = [("code", code), ("message", message)];
        return Append(session.FailUrl!, code == "PAY_PROCESS_CANCELED" ? members : [.. members, ("orderId", session.OrderId)]);
    }

    /// <summary>Appends members to the query of the shop's URL, before its fragment.</summary>
    public static string Append(string address, IEnumerable<(string Name, string Value)> members)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var (front, fragment) = hash < 0 ? (address, "") : (address[..hash], address[hash..]);
        var query = string.Join('&', members.Select(member => $"{member.Name}={Uri.EscapeDataString(member.Value)}"));
        var joint = !front.Contains('?', StringComparison.Ordinal) ? "?" : front[^1] is '?' or '&' ? "" : "&";
        return $"{front}{joint}{query}{fragment}";
    }
}

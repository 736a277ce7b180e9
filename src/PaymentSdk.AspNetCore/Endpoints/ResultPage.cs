using System.Buffers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Origins;
using PaymentSdk.AspNetCore.Start;
using PaymentSdk.Configuration;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// The template of the page that shows a result: a path of this host, or an absolute address on a registered merchant origin. The only part of a
/// request that is inserted into it is an order id that the ledger knows.
/// </summary>
internal static class ResultPage
{
    // Characters that browsers drop or turn into a slash. With them "/\evil.example" would be another host.
    private static readonly SearchValues<char> Misread = SearchValues.Create(
        "\\ \0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
        + "\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f");

    /// <summary>Returns true if the template can redirect a browser only to this host or to a registered origin.</summary>
    public static bool IsAllowed(string template, Func<string, bool> isRegistered) =>
        !template.AsSpan().ContainsAny(Misread)
        && (IsPath(template) || OriginOf(template) is { } origin && isRegistered(origin));

    /// <summary>Returns the template with the order id filled in, as the value of <c>Location</c>.</summary>
    public static string Fill(string template, OrderId orderId, string pathBase)
    {
        var filled = Ascii(template.Replace("{orderId}", Uri.EscapeDataString(orderId.Value), StringComparison.Ordinal));
        return IsPath(filled) ? pathBase + filled : filled;
    }

    /// <summary>Adds a query parameter, before a fragment if there is one.</summary>
    public static string WithParameter(string location, string name, string value)
    {
        var end = location.IndexOf('#', StringComparison.Ordinal) is var fragment and >= 0 ? fragment : location.Length;
        var separator = location.AsSpan(0, end).Contains('?') ? '&' : '?';
        return $"{location[..end]}{separator}{name}={Uri.EscapeDataString(value)}{location[end..]}";
    }

    private static bool IsPath(string text) => text is ['/', ..] and not ['/', '/', ..];

    /// <summary>
    /// Returns the part up to the first character that ends an authority. It must itself be a registered origin, character by character.
    /// </summary>
    public static string? OriginOf(string template)
    {
        var host = template.IndexOf("://", StringComparison.Ordinal) + 3;
        if (host < 3)
            return null;
        var end = template.AsSpan(host).IndexOfAny('/', '?', '#');
        return end < 0 ? template : template[..(host + end)];
    }

    /// <summary>Escapes every character outside ASCII as its UTF-8 bytes, because header values are ASCII.</summary>
    private static string Ascii(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            ascii.Append(rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        return ascii.ToString();
    }
}

/// <summary>
/// Stops the host when a configured result page is on an origin that is not registered. It checks after the host has started, because in
/// Development the host's own addresses are registered only then.
/// </summary>
internal sealed class ResultPageStartup(MerchantOriginStores stores, IServiceProvider services) : StartStep
{
    protected override void End()
    {
        foreach (var store in stores.All)
        {
            var page = services.GetRequiredKeyedService<IPaymentSettingsSource>(store.Merchant).Current.ResultPage;
            if (!ResultPage.IsAllowed(page, store.Current.Snapshot.Contains))
                throw new InvalidOperationException($"{Setting(store.Merchant)} is '{page}', which is not on a registered merchant origin: buyers would be sent to a site that may not be yours. Register its origin as browsers send it (https://myshop.com), or write a path such as /orders/{{orderId}}.");
        }
    }

    private static string Setting(string merchant) => merchant.Length == 0 ? "Payment:ResultPage" : $"ResultPage of the registration '{merchant}'";
}

namespace PaymentSdk.AspNetCore.Tests.Pages;

/// <summary>The HTML of the shop's pages.</summary>
internal static class Pages
{
    /// <summary>Returns the twelve lines of docs/page.md, with the additions of a test.</summary>
    public static string Checkout(string module, string? options = null) =>
        $$"""
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Checkout</title><link rel="icon" href="data:,">
        <div id="methods"></div>
        <div id="terms"></div>
        <button id="pay" disabled>Pay</button>
        <p id="status"></p>
        <script type="module">
        {{CheckoutScript(module, options)}}
        </script>
        """;

    public static string CheckoutScript(string module, string? options = null) =>
        $$"""
          import { checkout, PaymentError } from '{{module}}';
          const purchase = new URLSearchParams(location.search).get('purchase') ?? '';
          const states = window.states = [];
          window.PaymentError = PaymentError;
          window.payment = checkout({
            methods: '#methods', terms: '#terms', button: '#pay', status: '#status',
            order: () => fetch(new URL('/api/orders?purchase=' + purchase, new URL('{{module}}', location)), { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
            onChange: ({ state }) => states.push(state), {{options}}
          });
        """;

    /// <summary>A page without inline scripts or styles.</summary>
    public const string Strict =
        """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Checkout</title><link rel="icon" href="data:,">
        <div id="methods"></div><div id="terms"></div><button id="pay" disabled>Pay</button><p id="status"></p>
        <script type="module" src="/page.js"></script>
        """;

    /// <summary>Returns a page with the lines of docs/page.md.</summary>
    public static string Result(string lines) =>
        $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Order</title><link rel=\"icon\" href=\"data:,\">{lines}";

    /// <summary>Returns the script of these lines for a shop whose checkout is at its root.</summary>
    public static string ResultScript(string lines) => lines.Replace("'/checkout'", "'/'", StringComparison.Ordinal);
}

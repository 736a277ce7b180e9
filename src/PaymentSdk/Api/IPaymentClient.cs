using System.Text.Json;
using PaymentSdk.Api;

namespace PaymentSdk;

/// <summary>The client of the payment API, with one property per resource. It is a thread-safe singleton and can be mocked in tests.</summary>
public interface IPaymentClient
{
    /// <summary>The payments resource, which confirms, looks up and cancels payments.</summary>
    IPayments Payments { get; }

    /// <summary>The virtual accounts resource, which issues virtual accounts without the payment window.</summary>
    IVirtualAccounts VirtualAccounts { get; }

    /// <summary>The billing resource, which issues, charges and deletes billing keys.</summary>
    IBilling Billing { get; }

    /// <summary>The transactions resource, which lists every movement of money for accounting and reconciliation.</summary>
    ITransactions Transactions { get; }

    /// <summary>The settlements resource, which lists the amounts that are paid out to the shop, with their dates.</summary>
    ISettlements Settlements { get; }

    /// <summary>The cash receipts resource, which issues, cancels and lists cash receipts.</summary>
    ICashReceipts CashReceipts { get; }

    /// <summary>The promotions resource, which lists the promotions of cards and banks.</summary>
    IPromotions Promotions { get; }

    /// <summary>The BrandPay resource, which manages and charges the payment methods of the shop's own wallet.</summary>
    IBrandPay BrandPay { get; }

    /// <summary>The sellers resource, which manages the sellers of a marketplace.</summary>
    ISellers Sellers { get; }

    /// <summary>The payouts resource, which requests, cancels and lists payouts to sellers.</summary>
    IPayouts Payouts { get; }

    /// <summary>
    /// Calls an endpoint for which this version of the SDK has no method. The call uses the same authentication, timeouts, resend rules and
    /// exceptions as every other call. It may take up to 75 seconds.
    /// </summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path with its query, below the API's base address, e.g.
    /// <c>/v1/payments/confirm</c>. Segments and values must be escaped.</param>
    /// <param name="json">The body as JSON text, sent unchanged; null sends no body.</param>
    /// <param name="idempotencyKey">The idempotency key of a POST; a new one by
    /// default. If repeating the call would charge again, store the key first.</param>
    /// <param name="options">The options of this call; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The JSON of the answer; its kind is <see cref="JsonValueKind.Undefined"/> when the answer is empty.</returns>
    /// <exception cref="ArgumentException">The path or the body is not valid; the message says why.</exception>
    /// <exception cref="PaymentException">The call failed.</exception>
    Task<JsonElement> SendAsync(
        HttpMethod method,
        string path,
        string? json = null,
        IdempotencyKey? idempotencyKey = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}

using System.Text.Json;
using PaymentSdk.Api;

namespace PaymentSdk;

/// <summary>The payment API, one property per resource. A singleton; safe to use from any thread; made to be mocked.</summary>
public interface IPaymentClient
{
    /// <summary>Payments: confirm, look up, cancel.</summary>
    IPayments Payments { get; }

    /// <summary>Virtual accounts that the shop opens itself.</summary>
    IVirtualAccounts VirtualAccounts { get; }

    /// <summary>Billing keys: issue, charge, delete.</summary>
    IBilling Billing { get; }

    /// <summary>Transactions: every movement of money, for books and reconciliation.</summary>
    ITransactions Transactions { get; }

    /// <summary>Settlements: what the shop is paid, and when.</summary>
    ISettlements Settlements { get; }

    /// <summary>Cash receipts.</summary>
    ICashReceipts CashReceipts { get; }

    /// <summary>Promotions of cards and banks.</summary>
    IPromotions Promotions { get; }

    /// <summary>BrandPay, the shop's own wallet.</summary>
    IBrandPay BrandPay { get; }

    /// <summary>The sellers of a marketplace.</summary>
    ISellers Sellers { get; }

    /// <summary>Payouts to sellers.</summary>
    IPayouts Payouts { get; }

    /// <summary>
    /// Calls what this version of the SDK has no method for, through the same pipeline: authentication, timeouts, resending and failures
    /// are those of every other call. May take up to 75 seconds.
    /// </summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path below the API's address with its query, its segments and values escaped, e.g. <c>/v1/payments/confirm</c>.</param>
    /// <param name="json">The body as JSON text, sent as it is; null is none.</param>
    /// <param name="idempotencyKey">The key of a POST; a new one by default. Keep it before calling wherever repeating the call repeats a charge.</param>
    /// <param name="options">What this call asks for beyond that.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The answer; of kind <see cref="JsonValueKind.Undefined"/> when it is empty.</returns>
    /// <exception cref="ArgumentException">The path or the body cannot be sent; the message says why.</exception>
    /// <exception cref="PaymentException">The call failed.</exception>
    Task<JsonElement> SendAsync(
        HttpMethod method,
        string path,
        string? json = null,
        IdempotencyKey? idempotencyKey = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default);
}

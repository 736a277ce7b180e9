using System.Security.Cryptography;
using PaymentSdk.Api;
using PaymentSdk.Api.BrandPay;
using PaymentSdk.Api.Payments;
using PaymentSdk.Api.Wire;
using PaymentSdk.Checkout.State;
using PaymentSdk.Configuration;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Confirm;

/// <summary>
/// Calls the payment API and reads each answer into an observation. No transaction is open during a call, and a buyer's disconnect does not
/// cancel it.
/// </summary>
internal sealed class GatewayCalls(CheckoutContext context)
{
    /// <summary>Sends the confirm with exactly the stored idempotency key, secret, URL and body.</summary>
    /// <param name="held">The attempt, under a lease.</param>
    /// <param name="firstOfKey">Whether nothing was sent under this idempotency key before.</param>
    public async Task<Observation> SendAsync(LeasedAttempt held, bool firstOfKey)
    {
        var attempt = held.Attempt;
        var call = new CheckoutCall { SecretFingerprint = attempt.SecretFingerprint, StoredUrl = attempt.RequestUrl, LastSendTimestamp = held.LastSend(context.Time) };
        try
        {
            var payment = await ConfirmRoute.SendAsync(context.Client, held.Entry, call.Options).ConfigureAwait(false);
            var seen = Observations.Read(payment, attempt, byQuery: false, call.TraceId);
            // The answer to a re-sent POST may be a replay: it is queried before it is applied (docs/spec/money.md §5).
            return firstOfKey && call.Sends <= 1 ? seen : seen with { Fact = ObservedFact.Nothing };
        }
        catch (PaymentException failure)
        {
            call.Record(failure);
            return Observations.ReadConfirm(failure, firstOfKey, attempt.FailureCode);
        }
        // Even if a handler of the host throws an unexpected exception, the confirm may have been sent.
        catch (Exception unexpected)
        {
            Log.CallFailed(context.Logger, unexpected, attempt.OrderId);
            return new Observation { Fact = ObservedFact.Nothing, ByQuery = false };
        }
        finally
        {
            context.Budget.Count(attempt.OrderId, call);
        }
    }

    /// <summary>
    /// Sends a cancel with exactly the stored idempotency key, secret, URL and amount. A query follows, unless the first send was answered with a
    /// payment or nothing was sent.
    /// </summary>
    /// <param name="held">The attempt, under a lease.</param>
    /// <param name="refund">The refund whose cancel is sent.</param>
    /// <param name="account">The account that receives the refund of a virtual account payment; it is not stored.</param>
    /// <param name="firstOfKey">
    /// Whether it is known that nothing was sent under the key before. Otherwise a refusal proves nothing, and a query follows.
    /// </param>
    public async Task<Observation> CancelAsync(LeasedAttempt held, RefundRecord refund, RefundReceiveAccount? account, bool firstOfKey)
    {
        var attempt = held.Attempt;
        var call = new CheckoutCall { SecretFingerprint = refund.SecretFingerprint, StoredUrl = refund.RequestUrl, LastSendTimestamp = held.LastSend(context.Time) };
        Observation answer;
        try
        {
            var payment = await context.Client.Payments.CancelAsync(attempt.PaymentKey!.Value, Request(refund, account), call.Options, CancellationToken.None).ConfigureAwait(false);
            answer = Observations.ReadCancel(payment, attempt, refund, call.TraceId);
            if (answer.Payment is not null && firstOfKey && call.Sends <= 1)
                return answer;
        }
        catch (PaymentException failure)
        {
            call.Record(failure);
            answer = Observations.ReadCancel(failure, refund, firstOfKey);
            if (answer.Cancel == CancelAnswer.NotSent)
                return answer;
        }
        catch (ArgumentException wrong) when (firstOfKey && IsRefusedUnsent(call))
        {
            Log.RefundRefused(context.Logger, attempt.OrderId, refund.RefundId, wrong.Message);
            return new Observation { Fact = ObservedFact.Nothing, ByQuery = false, Cancel = CancelAnswer.Refused };
        }
        catch (Exception unexpected)
        {
            Log.CallFailed(context.Logger, unexpected, attempt.OrderId);
            answer = new Observation { Fact = ObservedFact.Nothing, ByQuery = false, Cancel = CancelAnswer.Unclear };
        }
        finally
        {
            context.Budget.Count(attempt.OrderId, call);
        }

        var seen = await QueryAsync(attempt).ConfigureAwait(false);
        return seen with { Cancel = answer.Cancel, CancelCode = answer.CancelCode, CancelKey = answer.CancelKey, SpendsCancelKey = answer.SpendsCancelKey };
    }

    /// <summary>
    /// Returns whether an <see cref="ArgumentException"/> of the call means that the request is invalid and was not sent. Our client checks a request
    /// before it sends anything. A client of the shop may throw the exception after the call was made.
    /// </summary>
    public bool IsRefusedUnsent(CheckoutCall call) => context.Client is PaymentClient && call.Sends == 0;

    /// <summary>
    /// Queries the payment, by its payment key if one is known, otherwise by its order id. The failure code and the state of the key from the
    /// preceding confirm are kept in the result.
    /// </summary>
    public async Task<Observation> QueryAsync(Attempt attempt, Observation? confirm = null)
    {
        var seen = await AskAsync(attempt).ConfigureAwait(false);
        return confirm is null ? seen : seen with { SpendsKey = confirm.SpendsKey, ConfirmCode = confirm.ConfirmCode };
    }

    /// <summary>
    /// Queries with the current secret. If the payment is unknown under that secret, and the attempt began with another secret that is still
    /// configured, queries with the other secret, because the account at the gateway may have changed.
    /// </summary>
    private async Task<Observation> AskAsync(Attempt attempt)
    {
        var settings = context.Settings.Current;
        var current = settings.SecretKey.Fingerprint;
        var (seen, isUnknown) = await AskAsync(attempt, current).ConfigureAwait(false);
        return isUnknown && attempt.SecretFingerprint is { } first && first != current && settings.FindSecret(first) is not null
            ? (await AskAsync(attempt, first).ConfigureAwait(false)).Seen
            : seen;
    }

    private async Task<(Observation Seen, bool IsUnknown)> AskAsync(Attempt attempt, string secret)
    {
        var call = new CheckoutCall { SecretFingerprint = secret };
        try
        {
            // Only a charge without a window is queried by order id, because no other payment can have its order id (docs/spec/money.md §5).
            var payment = attempt.PaymentKey is { } paymentKey
                ? await context.Client.Payments.GetAsync(paymentKey, call.Options, CancellationToken.None).ConfigureAwait(false)
                : await context.Client.Payments.GetByOrderIdAsync(attempt.OrderId, call.Options, CancellationToken.None).ConfigureAwait(false);
            return (Observations.Read(payment, attempt, byQuery: true, call.TraceId), false);
        }
        catch (PaymentException failure)
        {
            call.Record(failure);
            return (Observations.ReadQuery(failure, IsAsConfirmed(attempt, secret)), failure.StatusCode == 404);
        }
        catch (Exception unexpected)
        {
            Log.CallFailed(context.Logger, unexpected, attempt.OrderId);
            return (new Observation { Fact = ObservedFact.Nothing, ByQuery = true }, false);
        }
        finally
        {
            context.Budget.Count(attempt.OrderId, call);
        }
    }

    private bool IsAsConfirmed(Attempt attempt, string secret)
    {
        var settings = context.Settings.Current;
        if (secret != attempt.SecretFingerprint)
            return false;
        return ConfirmRoute.IsCharge(attempt)
            ? attempt.RequestUrl == settings.ApiBaseAddress.AbsoluteUri
            : ConfirmRoute.Url(settings, attempt) == attempt.RequestUrl;
    }

    private static CancelRequest Request(RefundRecord refund, RefundReceiveAccount? account) => new()
    {
        CancelReason = refund.Reason,
        IdempotencyKey = refund.IdempotencyKey,
        CancelAmount = refund.Amount,
        TaxFreeAmount = refund.TaxFreeAmount,
        RefundableAmount = refund.RefundableAmount,
        RefundReceiveAccount = account,
    };
}

/// <summary>
/// The operation that confirms a payment: the core confirm, or BrandPay's own confirm, which is the only one for payments of the type <c>BRANDPAY</c>
/// (docs/spec/payment-api.md §2.6). The attempt stores the URL to which its first confirm was sent.
/// </summary>
internal static class ConfirmRoute
{
    /// <summary>Whether the payment type that the window returned is BrandPay.</summary>
    public static bool IsBrandPay(string? paymentType) => string.Equals(paymentType, PaymentType.BrandPay.Value, StringComparison.Ordinal);

    /// <summary>
    /// Whether the attempt is a charge without a window. Such a charge is sent once, and queried by its order id until its payment key is known.
    /// </summary>
    public static bool IsCharge(Attempt attempt) => attempt.Kind is AttemptKind.Billing or AttemptKind.KeyIn;

    /// <summary>
    /// Returns the absolute URL of the confirm and the SHA-256 of its exact body (lower-case hexadecimal). The ledger stores both before the
    /// confirm is sent (docs/spec/money.md §3).
    /// </summary>
    public static (string Url, string BodyHash) Describe(PaymentSettings settings, AttemptSnapshot entry)
    {
        var wire = entry.Attempt.Kind == AttemptKind.BrandPay ? BrandPayConfirmWire.Build(OfBrandPay(entry)) : ConfirmWire.Build(Core(entry));
        return (wire.UrlAt(settings.ApiBaseAddress), Convert.ToHexStringLower(SHA256.HashData(wire.Body!)));
    }

    /// <summary>Returns the URL to which a confirm of this kind is sent with the current settings.</summary>
    public static string Url(PaymentSettings settings, Attempt attempt) =>
        settings.ApiBaseAddress.AbsoluteUri.TrimEnd('/') + (attempt.Kind == AttemptKind.BrandPay ? BrandPayOperations.Confirm.Route : ApiOperation.Confirm.Route);

    /// <summary>Sends the stored confirm.</summary>
    public static Task<Payment> SendAsync(IPaymentClient client, AttemptSnapshot entry, RequestOptions options) => entry.Attempt.Kind == AttemptKind.BrandPay
        ? client.BrandPay.ConfirmAsync(OfBrandPay(entry), options, CancellationToken.None)
        : client.Payments.ConfirmAsync(Core(entry), options, CancellationToken.None);

    private static ConfirmRequest Core(AttemptSnapshot entry) => new()
    {
        PaymentKey = entry.Attempt.PaymentKey!.Value,
        OrderId = entry.Attempt.OrderId,
        Amount = entry.Attempt.Amount.Value,
        IdempotencyKey = entry.Attempt.IdempotencyKey!.Value,
    };

    private static BrandPayConfirmRequest OfBrandPay(AttemptSnapshot entry) => new()
    {
        PaymentKey = entry.Attempt.PaymentKey!.Value,
        OrderId = entry.Attempt.OrderId,
        Amount = entry.Attempt.Amount.Value,
        CustomerKey = entry.Purchase.CustomerKey!.Value,
        IdempotencyKey = entry.Attempt.IdempotencyKey!.Value,
    };
}

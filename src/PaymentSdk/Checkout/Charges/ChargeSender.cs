using PaymentSdk.Api;
using PaymentSdk.Api.Wire;
using PaymentSdk.Checkout.Confirm;
using PaymentSdk.Checkout.State;
using PaymentSdk.Diagnostics;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Charges;

/// <summary>Sends a charge and reads its answer. If the answer is unclear, the charge is queried by its order id.</summary>
internal sealed class ChargeSender(CheckoutContext context, GatewayCalls calls)
{
    public async Task<Observation> SendAsync(LeasedAttempt held, Charge charge)
    {
        var attempt = held.Attempt;
        var call = new CheckoutCall { SecretFingerprint = attempt.SecretFingerprint, StoredUrl = attempt.RequestUrl, IsCharge = true, LastSendTimestamp = held.LastSend(context.Time) };
        Observation seen;
        try
        {
            var payment = await CallAsync(attempt, charge, call.Options).ConfigureAwait(false);
            seen = Observations.Read(payment, attempt, byQuery: false, call.TraceId);
            seen = call.Sends <= 1 ? seen : seen with { Fact = ObservedFact.Nothing };
        }
        catch (PaymentException failure)
        {
            call.Record(failure);
            seen = Observations.ReadConfirm(failure, firstOfKey: true);
        }
        catch (ArgumentException wrong) when (calls.IsRefusedUnsent(call))
        {
            Log.ChargeRefused(context.Logger, attempt.OrderId, wrong.Message);
            return new Observation { Fact = ObservedFact.NotSent, ByQuery = false };
        }
        catch (Exception unexpected)
        {
            Log.CallFailed(context.Logger, unexpected, attempt.OrderId);
            seen = new Observation { Fact = ObservedFact.Nothing, ByQuery = false };
        }
        finally
        {
            context.Budget.Count(attempt.OrderId, call);
        }

        return seen.Fact == ObservedFact.Nothing ? await calls.QueryAsync(attempt, seen).ConfigureAwait(false) : seen;
    }

    private Task<Payment> CallAsync(Attempt attempt, Charge charge, RequestOptions options) => charge switch
    {
        BillingCharge billing => context.Client.Billing.ApproveAsync(billing.BillingKey, ChargeRequests.Of(billing, attempt.OrderId, attempt.IdempotencyKey!.Value), options, CancellationToken.None),
        KeyInCharge keyIn => context.Client.Payments.KeyInAsync(ChargeRequests.Of(keyIn, attempt.OrderId, attempt.IdempotencyKey!.Value), options, CancellationToken.None),
        _ => throw new ArgumentException($"{charge.GetType()} is not a charge that can be sent.", nameof(charge)),
    };
}

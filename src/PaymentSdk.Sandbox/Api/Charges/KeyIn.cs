using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Charges;

/// <summary><c>POST /v1/payments/key-in</c>: charges a card by its number (docs/spec/payment-api.md §2.1).</summary>
internal sealed class KeyIn(PaymentStore store, SandboxClock clock)
{
    public ApiAnswer Answer(ApiRequest request)
    {
        var body = Fields.Parse(request.Body);
        var session = body.RequiredSession(request, PaymentType.Normal) with { IsKeyIn = true };
        var card = body.RequiredCard(passwordRequired: false, clock.GetUtcNow());
        var choice = new PaymentChoice.Card(card.IssuerCode, body.Installments(session.Amount))
        {
            Details = card,
            IsInterestFree = body.Flag("useFreeInstallmentPlan") ?? false,
            UseCardPoint = body.Flag("useCardPoint") ?? false,
            ConfirmFailure = card.Refusal,
        };
        var payment = store.Charge(new DirectCharge(session, choice) { IdempotencyKey = request.IdempotencyKey });
        return ApiAnswer.Ok(PaymentJson.Write(payment, new Words(request.English), clock.GetUtcNow()));
    }
}

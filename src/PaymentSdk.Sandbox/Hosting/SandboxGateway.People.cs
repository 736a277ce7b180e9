using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Sandbox.Controls;
using PaymentSdk.Sandbox.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox;

/// <content>The actions of the people and systems around a payment: buyer, bank, dashboard, wallet, and the gateway's staff.</content>
public sealed partial class SandboxGateway
{
    private Merchants Merchants => _app.Services.GetRequiredService<Merchants>();

    private BillingStore Billing => _app.Services.GetRequiredService<BillingStore>();

    private BrandPayStore BrandPay => _app.Services.GetRequiredService<BrandPayStore>();

    private PayoutStore Payouts => _app.Services.GetRequiredService<PayoutStore>();

    /// <summary>Creates a payment that a buyer has already authenticated, without a browser.</summary>
    /// <returns>The payment key of the new payment.</returns>
    /// <exception cref="ArgumentException">The payment window would not accept these values.</exception>
    public string AuthenticatePayment(SandboxPaymentRequest request) =>
        Read(() => AuthenticatedPayment.Make(Payments, Merchants, request, _app.Services.GetRequiredService<PublicBase>().Of(request: null)).PaymentKey);

    /// <inheritdoc cref="AuthenticatePayment(SandboxPaymentRequest)"/>
    public string AuthenticatePayment(string orderId, decimal amount) => AuthenticatePayment(new SandboxPaymentRequest(orderId, amount));

    /// <summary>Creates the one-time key for which a billing key is issued, as if a customer had registered a card in the window.</summary>
    /// <param name="customerKey">The customer key of the card's holder; 2 to 300 characters.</param>
    /// <param name="method">The payment method: <c>CARD</c> (default) or <c>TRANSFER</c>.</param>
    /// <param name="clientKey">The client key of the shop. If null (default), the key belongs to the first shop that uses it.</param>
    /// <exception cref="ArgumentException">The shop or the method does not exist, or the customer key is not valid.</exception>
    public string AuthenticateBilling(string customerKey, string method = "CARD", string? clientKey = null) =>
        Read(() => BillingControls.Authenticate(Billing, customerKey, method, Merchants.OfControl(clientKey)));

    /// <summary>Simulates the buyer's deposit into the virtual account of a payment that waits for it.</summary>
    /// <exception cref="InvalidOperationException">The payment does not exist, or its state does not allow the action.</exception>
    public SandboxPayment Deposit(string paymentKey) => Play(() => Payments.Deposit(paymentKey));

    /// <summary>Simulates a bank that takes a deposit back.</summary>
    /// <inheritdoc cref="Deposit" path="/exception"/>
    public SandboxPayment ReverseDeposit(string paymentKey) => Play(() => Payments.Reverse(paymentKey));

    /// <summary>Expires a payment that is not confirmed, or a virtual account that waits for its deposit.</summary>
    /// <inheritdoc cref="Deposit" path="/exception"/>
    public SandboxPayment Expire(string paymentKey) => Play(() => Payments.Expire(paymentKey));

    /// <summary>
    /// Cancels a payment as an operator does on the provider's dashboard: <paramref name="amount"/>, or the whole balance if it is null.
    /// </summary>
    /// <inheritdoc cref="Deposit" path="/exception"/>
    public SandboxPayment CancelAtDashboard(string paymentKey, decimal? amount = null) =>
        Play(() => Payments.CancelAtDashboard(paymentKey, amount, "Canceled at the dashboard"));

    /// <summary>Simulates a foreign wallet that decides a pending cancel early.</summary>
    /// <inheritdoc cref="Deposit" path="/exception"/>
    public SandboxPayment DecideCancel(string paymentKey) => Play(() => Payments.DecideCancel(paymentKey));

    /// <summary>Simulates a customer who signs in to BrandPay, and returns the code to exchange for an access token.</summary>
    /// <param name="customerKey">The customer key; 2 to 50 characters.</param>
    /// <param name="clientKey">The client key of the shop. If null (default), the code belongs to the first shop that uses it.</param>
    /// <exception cref="ArgumentException">The shop does not exist, or the customer key is not valid.</exception>
    public string SignInToBrandPay(string customerKey, string? clientKey = null) =>
        Read(() => BrandPayControls.SignIn(BrandPay, Merchants, customerKey, Merchants.OfControl(clientKey)));

    /// <summary>Simulates a customer who registers a card or a bank account with BrandPay, and returns the method key.</summary>
    /// <param name="customerKey">The customer key; 2 to 50 characters.</param>
    /// <param name="method">The payment method: <c>CARD</c> (default) or <c>TRANSFER</c>.</param>
    /// <param name="clientKey">The client key of the shop. If null (default), the method belongs to the existing customer of any shop with this key,
    /// otherwise to the first shop that uses it.</param>
    /// <exception cref="ArgumentException">The shop or the method does not exist, or the customer key is not valid.</exception>
    public string RegisterBrandPayMethod(string customerKey, string method = "CARD", string? clientKey = null) =>
        Read(() => BrandPayControls.Register(BrandPay, Merchants, customerKey, method, Merchants.OfControl(clientKey)));

    /// <summary>Simulates a bank that carries out a payout early.</summary>
    /// <exception cref="InvalidOperationException">The payout does not exist, or it has ended.</exception>
    public void CompletePayout(string payoutId) => Play(() => Payouts.End(payoutId, refusal: null));

    /// <summary>Simulates a bank that refuses a payout.</summary>
    /// <inheritdoc cref="CompletePayout" path="/exception"/>
    public void FailPayout(string payoutId) => Play(() => Payouts.End(payoutId, PayoutControls.Refusal));

    /// <summary>Sets the result of the gateway's review of a seller.</summary>
    /// <param name="sellerId">The gateway's id of the seller.</param>
    /// <param name="status">The result: <c>PARTIALLY_APPROVED</c>, <c>KYC_REQUIRED</c> or <c>APPROVED</c>.</param>
    /// <exception cref="ArgumentException">The status is not one of these values.</exception>
    /// <exception cref="InvalidOperationException">The seller does not exist.</exception>
    public void JudgeSeller(string sellerId, string status) => Play(() => Read(() => PayoutControls.Judge(Payouts, sellerId, status)));

    private static T Read<T>(Func<T> control)
    {
        try
        {
            return control();
        }
        catch (ControlFormatException wrong)
        {
            throw new ArgumentException(wrong.Message, wrong);
        }
    }

    private static SandboxPayment Play(Func<Payment> control) => Play<Payment>(control).Show();

    private static T Play<T>(Func<T> control)
    {
        try
        {
            return control();
        }
        catch (RefusedException refused)
        {
            throw new InvalidOperationException($"The gateway refused the request: {refused.Code}.", refused);
        }
    }
}

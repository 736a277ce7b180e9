using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.Sandbox.Controls;
using PaymentSdk.Sandbox.Http;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox;

/// <content>What the people around a payment do: buyer, bank, dashboard, wallet, the gateway's own staff.</content>
public sealed partial class SandboxGateway
{
    private Merchants Merchants => _app.Services.GetRequiredService<Merchants>();

    private BillingStore Billing => _app.Services.GetRequiredService<BillingStore>();

    private BrandPayStore BrandPay => _app.Services.GetRequiredService<BrandPayStore>();

    private PayoutStore Payouts => _app.Services.GetRequiredService<PayoutStore>();

    /// <summary>Makes a payment that a buyer has already authenticated, without a browser.</summary>
    /// <returns>The payment key.</returns>
    /// <exception cref="ArgumentException">The request is not one that the window could have made.</exception>
    public string AuthenticatePayment(SandboxPaymentRequest request) =>
        Read(() => AuthenticatedPayment.Make(Books, Merchants, request, _app.Services.GetRequiredService<PublicBase>().Of(request: null)).PaymentKey);

    /// <inheritdoc cref="AuthenticatePayment(SandboxPaymentRequest)"/>
    public string AuthenticatePayment(string orderId, decimal amount) => AuthenticatePayment(new SandboxPaymentRequest(orderId, amount));

    /// <summary>Makes the one-time key with which a billing key is issued, as if a customer had registered a card in the window.</summary>
    /// <param name="customerKey">Whose card it is; 2 to 300 characters.</param>
    /// <param name="method"><c>CARD</c> (default) or <c>TRANSFER</c>.</param>
    /// <param name="clientKey">The shop; null (default) is the first that uses what is made.</param>
    /// <exception cref="ArgumentException">There is no such shop or method, or the customer key is no such key.</exception>
    public string AuthenticateBilling(string customerKey, string method = "CARD", string? clientKey = null) =>
        Read(() => BillingControls.Authenticate(Billing, customerKey, method, Merchants.OfControl(clientKey)));

    /// <summary>The buyer pays to the virtual account of a payment that waits for it.</summary>
    /// <exception cref="InvalidOperationException">There is no such payment, or its state does not allow it.</exception>
    public SandboxPayment Deposit(string paymentKey) => Play(() => Books.Deposit(paymentKey));

    /// <summary>The bank takes a deposit back.</summary>
    /// <inheritdoc cref="Deposit" path="/exception"/>
    public SandboxPayment ReverseDeposit(string paymentKey) => Play(() => Books.Reverse(paymentKey));

    /// <summary>Expires a payment that is not confirmed, or a virtual account that waits for its deposit.</summary>
    /// <inheritdoc cref="Deposit" path="/exception"/>
    public SandboxPayment Expire(string paymentKey) => Play(() => Books.Expire(paymentKey));

    /// <summary>Cancels as an operator does at the provider's dashboard: <paramref name="amount"/>, or everything left.</summary>
    /// <inheritdoc cref="Deposit" path="/exception"/>
    public SandboxPayment CancelAtDashboard(string paymentKey, decimal? amount = null) =>
        Play(() => Books.CancelAtDashboard(paymentKey, amount, "Canceled at the dashboard"));

    /// <summary>A wallet abroad answers a cancel that waits for it, before its time.</summary>
    /// <inheritdoc cref="Deposit" path="/exception"/>
    public SandboxPayment DecideCancel(string paymentKey) => Play(() => Books.DecideCancel(paymentKey));

    /// <summary>A customer signs in to BrandPay: the code that an access token is given for.</summary>
    /// <param name="customerKey">The shop's key of the customer; 2 to 50 characters.</param>
    /// <param name="clientKey">The shop; null (default) is the first that uses what is made.</param>
    /// <exception cref="ArgumentException">There is no such shop, or the customer key is no such key.</exception>
    public string SignInToBrandPay(string customerKey, string? clientKey = null) =>
        Read(() => BrandPayControls.SignIn(BrandPay, Merchants, customerKey, Merchants.OfControl(clientKey)));

    /// <summary>A customer registers a card or a bank account with BrandPay: its method key.</summary>
    /// <param name="customerKey">The shop's key of the customer; 2 to 50 characters.</param>
    /// <param name="method"><c>CARD</c> (default) or <c>TRANSFER</c>.</param>
    /// <param name="clientKey">The shop; null (default) is the first that uses what is made.</param>
    /// <exception cref="ArgumentException">There is no such shop or method, or the customer key is no such key.</exception>
    public string RegisterBrandPayMethod(string customerKey, string method = "CARD", string? clientKey = null) =>
        Read(() => BrandPayControls.Register(BrandPay, Merchants, customerKey, method, Merchants.OfControl(clientKey)));

    /// <summary>The bank pays a payout out before its time.</summary>
    /// <exception cref="InvalidOperationException">There is no such payout, or it has ended.</exception>
    public void CompletePayout(string payoutId) => Play(() => Payouts.End(payoutId, refusal: null));

    /// <summary>The bank refuses a payout.</summary>
    /// <inheritdoc cref="CompletePayout" path="/exception"/>
    public void FailPayout(string payoutId) => Play(() => Payouts.End(payoutId, PayoutControls.Refusal));

    /// <summary>Sets the result of the gateway's review of a seller.</summary>
    /// <param name="sellerId">The gateway's id of the seller.</param>
    /// <param name="status"><c>PARTIALLY_APPROVED</c>, <c>KYC_REQUIRED</c> or <c>APPROVED</c>.</param>
    /// <exception cref="ArgumentException">It is no such status.</exception>
    /// <exception cref="InvalidOperationException">There is no such seller.</exception>
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
            throw new InvalidOperationException($"The gateway refused it: {refused.Code}.", refused);
        }
    }
}

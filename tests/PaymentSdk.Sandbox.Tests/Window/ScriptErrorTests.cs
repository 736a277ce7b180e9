namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>The calls that the script refuses, with the codes of the real one (docs/spec/payment-api.md §5.2).</summary>
public sealed class ScriptErrorTests(OpenCheckout table) : IClassFixture<OpenCheckout>
{
    private const string _order = "const order = more => Object.assign({ orderId: 'order-000001', orderName: 'Coffee' }, more);";
    private const string _widgets = "const w = TossPayments('test_gck_fake_shop').widgets({ customerKey: 'customer-1' });";
    private const string _drawn = _widgets + "await w.setAmount({ currency: 'KRW', value: 1000 }); await w.renderPaymentMethods({ selector: '#methods' });";
    private const string _payment = "const p = TossPayments('test_ck_fake_shop').payment({ customerKey: 'customer-1' });";

    [Theory]
    [InlineData("a text that is not a key", "TossPayments('nonsense')", "INVALID_CLIENT_KEY")]
    [InlineData("no key", "TossPayments()", "INVALID_CLIENT_KEY")]
    [InlineData("a secret key", "TossPayments('test_gsk_fake_shop')", "INSECURE_KEY_USAGE")]
    [InlineData("an old secret key", "TossPayments('test_ak_fake_shop')", "INSECURE_KEY_USAGE")]
    [InlineData("a secret key as customer key", "TossPayments('test_gck_fake_shop').widgets({ customerKey: 'test_sk_fake_shop' })", "INSECURE_KEY_USAGE")]
    [InlineData("an individual key for widgets", "TossPayments('test_ck_fake_shop').widgets({ customerKey: 'customer-1' })", "NOT_SUPPORTED_API_INDIVIDUAL_KEY")]
    [InlineData("a widget key for the window", "TossPayments('test_gck_fake_shop').payment({ customerKey: 'customer-1' })", "NOT_SUPPORTED_WIDGET_KEY")]
    [InlineData("no customer key", "TossPayments('test_gck_fake_shop').widgets({})", "INVALID_CUSTOMER_KEY")]
    [InlineData("a customer key with a space", "TossPayments('test_gck_fake_shop').widgets({ customerKey: 'a b' })", "INVALID_CUSTOMER_KEY")]
    [InlineData("brandpay", "TossPayments('test_ck_fake_shop').brandpay({ customerKey: 'customer-1' })", "NOT_SUPPORTED_METHOD")]
    [InlineData("no amount before rendering", _widgets + "await w.renderPaymentMethods({ selector: '#methods' })", "NOT_SETUP_AMOUNT")]
    [InlineData("no amount before paying", _widgets + "await w.requestPayment(order())", "NOT_SETUP_AMOUNT")]
    [InlineData("an amount as text", _widgets + "await w.setAmount({ currency: 'KRW', value: '1000' })", "INVALID_AMOUNT_VALUE")]
    [InlineData("half a won", _widgets + "await w.setAmount({ currency: 'KRW', value: 10.5 })", "INVALID_AMOUNT_VALUE")]
    [InlineData("an unknown currency", _widgets + "await w.setAmount({ currency: 'won', value: 1000 })", "INVALID_AMOUNT_CURRENCY")]
    [InlineData("a bare number", _widgets + "await w.setAmount(1000)", "INVALID_PARAMETERS")]
    [InlineData("nothing to pay", _widgets + "await w.setAmount({ currency: 'KRW', value: 0 }); await w.requestPayment(order())", "BELOW_ZERO_AMOUNT")]
    [InlineData("a selector that matches nothing", _widgets + "await w.setAmount({ currency: 'KRW', value: 1 }); await w.renderPaymentMethods({ selector: '#nowhere' })", "INVALID_SELECTOR")]
    [InlineData("an invalid selector", _widgets + "await w.renderAgreement({ selector: '###' })", "INVALID_SELECTOR")]
    [InlineData("a variant key that is not text", _widgets + "await w.renderAgreement({ selector: '#terms', variantKey: 7 })", "INVALID_VARIANT_KEY")]
    [InlineData("methods twice", _drawn + "await w.renderPaymentMethods({ selector: '#methods' })", "PAYMENT_METHODS_WIDGET_ALREADY_RENDERED")]
    [InlineData("terms twice", _widgets + "await w.renderAgreement({ selector: '#terms' }); await w.renderAgreement({ selector: '#terms' })", "AGREEMENT_WIDGET_ALREADY_RENDERED")]
    [InlineData("paying without methods", _widgets + "await w.setAmount({ currency: 'KRW', value: 1000 }); await w.requestPayment(order())", "NOT_SELECTED_PAYMENT_METHOD")]
    [InlineData("a short order id", _drawn + "await w.requestPayment(order({ orderId: 'short' }))", "INVALID_PARAMETERS")]
    [InlineData("an order without a name", _drawn + "await w.requestPayment(order({ orderName: undefined }))", "INVALID_PARAMETERS")]
    [InlineData("a phone number with dashes", _drawn + "await w.requestPayment(order({ customerMobilePhone: '010-0000-0000' }))", "INVALID_PARAMETERS")]
    [InlineData("six pairs of metadata", _drawn + "await w.requestPayment(order({ metadata: { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 } }))", "INVALID_METADATA")]
    [InlineData("only one of the two addresses", _drawn + "await w.requestPayment(order({ successUrl: location.origin + '/success' }))", "INVALID_PARAMETERS")]
    [InlineData("a success address without origin", _drawn + "await w.requestPayment(order({ successUrl: '/success', failUrl: location.origin + '/fail' }))", "INCORRECT_SUCCESS_URL_FORMAT")]
    [InlineData("a fail address with the scheme javascript", _drawn + "await w.requestPayment(order({ successUrl: location.origin + '/success', failUrl: 'javascript:alert(1)' }))", "INCORRECT_FAIL_URL_FORMAT")]
    [InlineData("a promise in the whole tab", _drawn + "await w.requestPayment(order({ windowTarget: 'self' }))", "NOT_SUPPORTED_PROMISE")]
    [InlineData("an unknown target", _drawn + "await w.requestPayment(order({ windowTarget: 'popup' }))", "INVALID_PARAMETERS")]
    [InlineData("two windows at the same time", _drawn + "w.requestPayment(order()); await w.requestPayment(order())", "INVALID_METHOD_TRANSACTION")]
    [InlineData("an unknown key, when rendering", "const w = TossPayments('test_gck_other').widgets({ customerKey: 'customer-1' }); await w.setAmount({ currency: 'KRW', value: 1 }); await w.renderPaymentMethods({ selector: '#methods' })", "INVALID_CLIENT_KEY")]
    [InlineData("an unknown key, when paying", "const p = TossPayments('test_ck_other').payment({ customerKey: 'customer-1' }); await p.requestPayment(order({ method: 'CARD', amount: { currency: 'KRW', value: 1000 } }))", "INVALID_CLIENT_KEY")]
    [InlineData("an unknown method", _payment + "await p.requestPayment(order({ method: 'CASH', amount: { currency: 'KRW', value: 1000 } }))", "NOT_SUPPORTED_METHOD")]
    [InlineData("a method that the sandbox does not simulate", _payment + "await p.requestPayment(order({ method: 'MOBILE_PHONE', amount: { currency: 'KRW', value: 1000 } }))", "UNSUPPORTED_TEST_PHASE_PAYMENT_METHOD")]
    [InlineData("a deposit deadline that is too late", _payment + "await p.requestPayment(order({ method: 'VIRTUAL_ACCOUNT', amount: { currency: 'KRW', value: 1000 }, virtualAccount: { validHours: 2161 } }))", "EXCEED_MAX_DUE_DATE")]
    [InlineData("nothing to destroy", _payment + "await p.destroy()", "NO_ACTIVE_PAYMENT_REQUEST")]
    public async Task A_mistake_is_refused_with_the_code_of_the_real_script(string mistake, string script, string code)
    {
        var checkout = await table.ReloadedAsync();

        Assert.Equal((mistake, code), (mistake, await checkout.CodeOfAsync(_order + script)));
        Assert.DoesNotContain(checkout.Gateway.ReadPayments(), payment => payment.Status != "READY");
    }
}

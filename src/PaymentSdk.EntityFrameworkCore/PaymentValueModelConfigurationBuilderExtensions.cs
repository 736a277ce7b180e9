using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PaymentSdk.Api;
using PaymentSdk.Values;

namespace PaymentSdk;

/// <summary>Allows a shop's own entities to have ids, codes and amounts of PaymentSdk as properties.</summary>
public static class PaymentValueModelConfigurationBuilderExtensions
{
    /// <summary>
    /// Stores every value type of PaymentSdk as its text, e.g. <c>order-0001</c> or <c>15000 KRW</c>, in one column. Call it in
    /// <see cref="DbContext.ConfigureConventions"/> of the shop's own context. The shop chooses the length of a column. Order ids and payment keys
    /// are case-sensitive.
    /// </summary>
    /// <example>
    /// <code>
    /// protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => configuration.AddPaymentValues();
    /// </code>
    /// </example>
    /// <returns>The same configuration builder.</returns>
    public static ModelConfigurationBuilder AddPaymentValues(this ModelConfigurationBuilder configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration
            .Convert<AccessToken>()
            .Convert<AcquireStatus>()
            .Convert<BankCode>()
            .Convert<BankDiscountType>()
            .Convert<BillingKey>()
            .Convert<BrandPayCustomerStatus>()
            .Convert<BrandPayMethodStatus>()
            .Convert<BrandPayScope>()
            .Convert<BusinessType>()
            .Convert<CancelStatus>()
            .Convert<CardIssuerCode>()
            .Convert<CardOwnerType>()
            .Convert<CardType>()
            .Convert<CashReceiptIssueStatus>()
            .Convert<CashReceiptTransactionType>()
            .Convert<CashReceiptType>()
            .Convert<ChargeId>()
            .Convert<Currency>()
            .Convert<CustomerKey>()
            .Convert<IdempotencyKey>()
            .Convert<InterestPayer>()
            .Convert<Money>()
            .Convert<OrderId>()
            .Convert<PaymentErrorCode>()
            .Convert<PaymentKey>()
            .Convert<PaymentMethod>()
            .Convert<PaymentStatus>()
            .Convert<PaymentType>()
            .Convert<PayoutSchedule>()
            .Convert<PayoutStatus>()
            .Convert<PromotionType>()
            .Convert<PurchaseId>()
            .Convert<RefundId>()
            .Convert<RefundStatus>()
            .Convert<SellerStatus>()
            .Convert<SettlementDateType>()
            .Convert<SettlementFeeType>()
            .Convert<SettlementStatus>()
            .Convert<VirtualAccountType>()
            .Convert<WebhookEventType>();
    }

    private static ModelConfigurationBuilder Convert<T>(this ModelConfigurationBuilder configuration)
        where T : struct, ITextValue<T>
    {
        configuration.Properties<T>().HaveConversion<ToText<T>>();
        return configuration;
    }

    private sealed class ToText<T>() : ValueConverter<T, string>(value => Write(value), text => Read(text))
        where T : struct, ITextValue<T>
    {
        private static readonly Func<string, T> Reader = ((ITextValue<T>)default(T)).Reader;

        private static string Write(T value) => value.Value;

        // An empty text was the default value when it was written.
        private static T Read(string text) => text.Length == 0 ? default : Reader(text);
    }
}

using PaymentSdk.Api;
using PaymentSdk.Sandbox;
using PaymentSdk.Webhooks;

namespace PaymentSdk.Tests.Client.Resources;

/// <summary>The client with the sandbox, which shares no types with it: the whole life cycle of each resource.</summary>
public sealed class SandboxTests : IAsyncLifetime
{
    private static readonly CustomerKey Customer = CustomerKey.Parse("customer-0001");

    private const string ClientKey = "test_ck_fake_shop";

    private SandboxGateway _gateway = null!;
    private Shop _shop = null!;

    private IPaymentClient Client => _shop.Client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await SandboxGateway.StartAsync();
        _shop = new Shop(_gateway.Address.AbsoluteUri, settings: options =>
        {
            options.SecretKey = "test_sk_fake_shop";
            options.ClientKey = ClientKey;
            options.SecurityKeys.Add(new string('5', 64));
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task A_virtual_account_is_issued_paid_and_shown_in_the_transactions()
    {
        var account = await Client.VirtualAccounts.IssueAsync(
            new VirtualAccountRequest { Amount = 15000, OrderId = Shop.Order, OrderName = "사과", CustomerName = "박토스", Bank = BankCode.KbKookmin, ValidHours = 24 }, cancellationToken: Stop);
        _gateway.Deposit(account.PaymentKey.Value);

        var paid = await Client.Payments.GetByOrderIdAsync(Shop.Order, cancellationToken: Stop);
        var moved = await ReadAsync(Client.Transactions.ListAsync(TransactionRange.OfDay(KoreanDay(_gateway.Now))));

        Assert.Equal((PaymentStatus.WaitingForDeposit, PaymentMethod.VirtualAccount, BankCode.KbKookmin), (account.Status, account.Method, account.VirtualAccount!.BankCode));
        Assert.Equal(PaymentStatus.Done, paid.Status);
        Assert.Contains(moved, row => row.PaymentKey == account.PaymentKey && row.Amount == 15000 && row.OrderId == Shop.Order);
    }

    [Fact]
    public async Task A_billing_key_is_issued_charges_once_per_key_and_is_deleted()
    {
        var issued = await Client.Billing.IssueAsync(new BillingIssueRequest { AuthKey = _gateway.AuthenticateBilling(Customer.Value, clientKey: ClientKey), CustomerKey = Customer }, cancellationToken: Stop);
        var charge = new BillingApproveRequest { Amount = 9900, CustomerKey = Customer, OrderId = Shop.Order, OrderName = "구독", IdempotencyKey = IdempotencyKey.New() };

        var first = await Client.Billing.ApproveAsync(issued.BillingKey, charge, cancellationToken: Stop);
        var again = await Client.Billing.ApproveAsync(issued.BillingKey, charge, cancellationToken: Stop);
        await Client.Billing.DeleteAsync(issued.BillingKey, cancellationToken: Stop);
        var refused = await Assert.ThrowsAsync<PaymentException>(() => Client.Billing.ApproveAsync(
            issued.BillingKey, charge with { OrderId = OrderId.New(), IdempotencyKey = IdempotencyKey.New() }, cancellationToken: Stop));

        Assert.Equal((PaymentStatus.Done, PaymentType.Billing, 9900m), (first.Status, first.Type, first.TotalAmount));
        Assert.Equal(first.PaymentKey, again.PaymentKey);
        Assert.Equal((PaymentFailureKind.Refused, "ALREADY_REMOVED_BILLING_KEY"), (refused.Kind, refused.Code.Value));
        Assert.Single(_gateway.ReadPayments());
    }

    [Fact]
    public async Task A_card_is_registered_and_a_card_is_keyed_in()
    {
        var issued = await Client.Billing.IssueByCardAsync(new BillingCardRequest
        {
            CustomerKey = Customer,
            CardNumber = "9410001234567890",
            CardExpirationYear = "30",
            CardExpirationMonth = "12",
            CustomerIdentityNumber = "900101",
            CardPassword = "12",
        }, cancellationToken: Stop);
        var paid = await Client.Payments.KeyInAsync(new KeyInRequest
        {
            Amount = 15000,
            OrderId = Shop.Order,
            OrderName = "사과",
            CardNumber = "9410001234567890",
            CardExpirationYear = "30",
            CardExpirationMonth = "12",
            CustomerIdentityNumber = "900101",
            CardPassword = "12",
            IdempotencyKey = IdempotencyKey.New(),
        }, cancellationToken: Stop);

        Assert.Equal(Customer.Value, issued.CustomerKey);
        Assert.NotNull(issued.Card);
        Assert.Equal((PaymentStatus.Done, PaymentMethod.Card), (paid.Status, paid.Method));
    }

    [Fact]
    public async Task A_cash_receipt_is_issued_listed_and_canceled()
    {
        var issued = await Client.CashReceipts.IssueAsync(new CashReceiptRequest
        {
            Amount = 10000,
            OrderId = Shop.Order,
            OrderName = "사과",
            CustomerIdentityNumber = "01012345678",
            Type = CashReceiptType.From("소득공제"),
        }, cancellationToken: Stop);
        var back = await Client.CashReceipts.CancelAsync(issued.ReceiptKey, new CashReceiptCancelRequest(), cancellationToken: Stop);
        var listed = await ReadAsync(Client.CashReceipts.ListAsync(KoreanDay(_gateway.Now), 1));

        Assert.Equal((CashReceiptIssueStatus.InProgress, CashReceiptTransactionType.Confirm), (issued.IssueStatus, issued.TransactionType));
        Assert.Equal(CashReceiptTransactionType.Cancel, back.TransactionType);
        Assert.Equal(2, listed.Count);
    }

    [Fact]
    public async Task Promotions_are_listed()
    {
        Assert.NotEmpty(await Client.Promotions.ListAsync(cancellationToken: Stop));
        Assert.NotNull((await Client.Promotions.GetCardsAsync(cancellationToken: Stop)).DiscountCards);
        Assert.NotNull((await Client.BrandPay.GetCardPromotionsAsync(cancellationToken: Stop)).DiscountCards);
        Assert.NotNull((await Client.BrandPay.GetBankPromotionsAsync(cancellationToken: Stop)).DiscountBanks);
    }

    [Fact]
    public async Task A_brandpay_customer_agrees_pays_and_leaves()
    {
        var terms = await Client.BrandPay.GetTermsAsync(Customer, [BrandPayScope.Register, BrandPayScope.Card], cancellationToken: Stop);
        await Client.BrandPay.AgreeAsync(new BrandPayAgreement { CustomerKey = Customer, Scope = [BrandPayScope.Register, BrandPayScope.Card], TermsId = [.. terms.Select(text => text.Id)] }, cancellationToken: Stop);
        var token = await Client.BrandPay.GetTokenAsync(new BrandPayTokenRequest { CustomerKey = Customer, Code = _gateway.SignInToBrandPay(Customer.Value, ClientKey) }, cancellationToken: Stop);
        _gateway.RegisterBrandPayMethod(Customer.Value, clientKey: ClientKey);

        var methods = await Client.BrandPay.GetMethodsAsync(token.AccessToken, cancellationToken: Stop);
        var same = await Client.BrandPay.GetCustomerMethodsAsync(Customer, cancellationToken: Stop);
        var card = Assert.Single(methods.Cards!);
        var paid = await Client.BrandPay.PayAsync(new BrandPayPaymentRequest
        {
            CustomerKey = Customer,
            MethodKey = card.MethodKey,
            Amount = 5000,
            OrderId = Shop.Order,
            OrderName = "구독",
            IdempotencyKey = IdempotencyKey.New(),
        }, cancellationToken: Stop);
        var removed = await Client.BrandPay.RemoveCardAsync(token.AccessToken, card.MethodKey, cancellationToken: Stop);
        var left = await Client.BrandPay.RemoveCustomerAsync(token.AccessToken, cancellationToken: Stop);

        Assert.Equal(card.MethodKey, Assert.Single(same.Cards!).MethodKey);
        Assert.Equal((PaymentStatus.Done, PaymentType.BrandPay, 5000m), (paid.Status, paid.Type, paid.TotalAmount));
        Assert.Equal(BrandPayMethodStatus.Disabled, removed.Status);
        Assert.Equal(Customer.Value, left.CustomerKey);
    }

    [Fact]
    public async Task A_seller_is_created_paid_out_to_and_deleted_and_the_webhook_proves_itself()
    {
        await using var listener = RawServer.Always(200, "");
        _gateway.SendWebhooksTo(listener.Address);
        var seller = await Client.Sellers.CreateAsync(new SellerRequest
        {
            RefSellerId = "shop-1",
            BusinessType = BusinessType.Corporate,
            Company = new SellerCompany { Name = "가게", RepresentativeName = "박토스", BusinessRegistrationNumber = "1234567890", Email = "e@x.kr", Phone = "0212345678" },
            Account = new SellerAccount { BankCode = BankCode.From("092"), AccountNumber = "110123456789", HolderName = "박토스" },
        }, cancellationToken: Stop);
        var payout = Assert.Single(await Client.Payouts.RequestAsync(
        [
            new PayoutRequest { RefPayoutId = "pay-1", Destination = seller.Id, ScheduleType = PayoutSchedule.Express, Amount = Money.Krw(5000), TransactionDescription = "정산" },
        ], IdempotencyKey.New(), cancellationToken: Stop));
        _gateway.CompletePayout(payout.Id);
        await _gateway.WhenWebhooksAreSentAsync(Stop);

        var paid = await Client.Payouts.GetAsync(payout.Id, cancellationToken: Stop);
        var listed = await ReadAsync(Client.Payouts.ListAsync());
        var sellers = await ReadAsync(Client.Sellers.ListAsync(1));
        var balance = await Client.Payouts.GetBalanceAsync(cancellationToken: Stop);
        var deleted = await Client.Sellers.DeleteAsync(seller.Id, cancellationToken: Stop);

        Assert.Equal(("shop-1", BusinessType.Corporate, SellerStatus.PartiallyApproved), (seller.RefSellerId, seller.BusinessType, seller.Status));
        Assert.Equal((PayoutStatus.Completed, Money.Krw(5000), "pay-1"), (paid.Status, paid.Amount, paid.RefPayoutId));
        Assert.Equal(payout.Id, Assert.Single(listed).Id);
        Assert.Equal(seller.Id, Assert.Single(sellers).Id);
        Assert.NotNull(balance.AvailableAmount);
        Assert.Equal(seller.Id, deleted.Id);
        // Deleting the seller sends another webhook, which may have arrived by now.
        var webhook = listener.Requests.Last(request => request.Body.Contains("payout.changed", StringComparison.Ordinal));
        Assert.Equal(WebhookSignatureResult.Valid, WebhookSignature.Verify(
            System.Text.Encoding.UTF8.GetBytes(webhook.Body),
            webhook.Headers[WebhookSignature.Header],
            webhook.Headers[WebhookSignature.TimeHeader],
            new[] { new string('5', 64) },
            _gateway.Now));
        Assert.Equal(payout.Id, Assert.IsType<PayoutChangedEvent>(WebhookEvent.Parse(System.Text.Encoding.UTF8.GetBytes(webhook.Body))).Payout.Id);
    }

    [Fact]
    public async Task A_confirmed_payment_is_canceled_in_part_and_its_settlement_is_requested()
    {
        var key = PaymentKey.Parse(_gateway.AuthenticatePayment(new SandboxPaymentRequest(Shop.Order.Value, 15000) { ClientKey = ClientKey }));
        await Client.Payments.ConfirmAsync(new ConfirmRequest { PaymentKey = key, OrderId = Shop.Order, Amount = 15000 }, cancellationToken: Stop);
        var canceled = await Client.Payments.CancelAsync(
            key, new CancelRequest { CancelReason = "변심", CancelAmount = 5000, RefundableAmount = 15000, Currency = Currency.Krw, IdempotencyKey = IdempotencyKey.New() }, cancellationToken: Stop);
        await Client.Settlements.RequestAsync(key, cancellationToken: Stop);

        Assert.Equal((PaymentStatus.PartialCanceled, 10000m), (canceled.Status, canceled.BalanceAmount));
        Assert.Equal(10000, (await Client.SendAsync(HttpMethod.Get, $"/v1/payments/{key.Value}", cancellationToken: Stop)).GetProperty("balanceAmount").GetDecimal());
    }

    private static DateOnly KoreanDay(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(TimeSpan.FromHours(9)).Date);

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> rows)
    {
        var read = new List<T>();
        await foreach (var row in rows.WithCancellation(Stop))
            read.Add(row);
        return read;
    }
}

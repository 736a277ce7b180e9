namespace PaymentSdk.Api;

/// <summary>
/// The BrandPay resource: the shop's own wallet. It requires a contract with the provider. To query or cancel BrandPay payments, use
/// <see cref="IPaymentClient.Payments"/>. Every failed call throws a <see cref="PaymentException"/>.
/// </summary>
public interface IBrandPay
{
    /// <summary>Lists the terms to which a buyer has to agree. The call is a query, so repeating it is safe.</summary>
    /// <param name="customerKey">The customer key of the buyer.</param>
    /// <param name="scope">The purposes of the agreement: at most one sign-up item and one method item, and at least one of the two.</param>
    /// <param name="options">The options of this call; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<BrandPayTerms>> GetTermsAsync(CustomerKey customerKey, IReadOnlyList<BrandPayScope> scope, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Records that a buyer agreed to terms. The call is idempotent under the request's idempotency key.</summary>
    Task<BrandPayResult> AgreeAsync(BrandPayAgreement request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the access token of one buyer in exchange for the code of the BrandPay window or for a refresh token. The call is idempotent under the
    /// request's idempotency key.
    /// </summary>
    /// <exception cref="ArgumentException">Neither or both of the code and the refresh token are set.</exception>
    Task<BrandPayToken> GetTokenAsync(BrandPayTokenRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the methods that the token's buyer has registered. The call is a query, so repeating it is safe.</summary>
    Task<BrandPayMethods> GetMethodsAsync(AccessToken accessToken, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the methods that a buyer has registered. The call is a query, so repeating it is safe.</summary>
    Task<BrandPayMethods> GetCustomerMethodsAsync(CustomerKey customerKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Removes a card of the token's buyer. Each call uses a new idempotency key; a second removal changes nothing.</summary>
    Task<BrandPayCard> RemoveCardAsync(AccessToken accessToken, string methodKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Removes a bank account of the token's buyer. Each call uses a new idempotency key; a second removal changes nothing.</summary>
    Task<BrandPayAccount> RemoveAccountAsync(AccessToken accessToken, string methodKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Confirms a BrandPay payment that the buyer has authenticated, in the BrandPay window or in a widget with payment type BRANDPAY. The call is
    /// idempotent under the request's idempotency key and may take up to 75 seconds.
    /// </summary>
    Task<Payment> ConfirmAsync(BrandPayConfirmRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Charges a registered method without the buyer. Repeating the call charges again unless the idempotency key is the same. The call may take up
    /// to 75 seconds. When the outcome is unknown, look the payment up by order id.
    /// </summary>
    /// <exception cref="ArgumentException">The API would refuse a member of the request; the message names the member and the rule.</exception>
    Task<Payment> PayAsync(BrandPayPaymentRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes the buyer to whom the access token belongs, and all methods that the buyer has registered. Each call uses a new idempotency key; a
    /// second removal changes nothing.
    /// </summary>
    Task<BrandPayCustomer> RemoveCustomerAsync(AccessToken accessToken, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the current promotions of card companies for BrandPay. The call is a query, so repeating it is safe.</summary>
    Task<CardPromotions> GetCardPromotionsAsync(RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the current promotions of banks for BrandPay. The call is a query, so repeating it is safe.</summary>
    Task<BankPromotions> GetBankPromotionsAsync(RequestOptions? options = null, CancellationToken cancellationToken = default);
}

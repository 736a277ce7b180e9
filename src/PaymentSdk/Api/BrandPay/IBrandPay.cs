namespace PaymentSdk.Api;

/// <summary>
/// The BrandPay resource: the shop's own wallet; by contract. Queries and cancels of its payments go through
/// <see cref="IPaymentClient.Payments"/>. Every failure is a <see cref="PaymentException"/>.
/// </summary>
public interface IBrandPay
{
    /// <summary>Lists the texts that a buyer has to agree to. A query.</summary>
    /// <param name="customerKey">The buyer.</param>
    /// <param name="scope">What for: one or two items, at most one sign-up item and one method item.</param>
    /// <param name="options">What this call asks for beyond that.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<BrandPayTerms>> GetTermsAsync(CustomerKey customerKey, IReadOnlyList<BrandPayScope> scope, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Tells what a buyer agreed to. Idempotent under its key.</summary>
    Task<BrandPayResult> AgreeAsync(BrandPayAgreement request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the token that acts for one buyer, by a code of the window or by a refresh token. Idempotent under its key.</summary>
    /// <exception cref="ArgumentException">Neither or both of code and refresh token are set.</exception>
    Task<BrandPayToken> GetTokenAsync(BrandPayTokenRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists what the buyer of a token has registered. A query.</summary>
    Task<BrandPayMethods> GetMethodsAsync(AccessToken accessToken, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lists what a buyer has registered. A query.</summary>
    Task<BrandPayMethods> GetCustomerMethodsAsync(CustomerKey customerKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Removes a card of the token's buyer. Under a new idempotency key each time; removing it twice changes nothing.</summary>
    Task<BrandPayCard> RemoveCardAsync(AccessToken accessToken, string methodKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Removes an account of the token's buyer. Under a new idempotency key each time; removing it twice changes nothing.</summary>
    Task<BrandPayAccount> RemoveAccountAsync(AccessToken accessToken, string methodKey, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Approves a BrandPay payment that the buyer has authenticated; also one of the widget whose payment type is BRANDPAY. Idempotent under its key. May take up to 75 seconds.</summary>
    Task<Payment> ConfirmAsync(BrandPayConfirmRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Charges a registered method without the buyer. Repeating it charges again, except under the same key. May take up to 75 seconds;
    /// when its outcome is unknown, look it up by order id.
    /// </summary>
    /// <exception cref="ArgumentException">A member could only be refused; the message names it and the rule.</exception>
    Task<Payment> PayAsync(BrandPayPaymentRequest request, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Removes the token's buyer with everything registered. Under a new idempotency key each time; removing twice changes nothing.</summary>
    Task<BrandPayCustomer> RemoveCustomerAsync(AccessToken accessToken, RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the card promotions of BrandPay. A query.</summary>
    Task<CardPromotions> GetCardPromotionsAsync(RequestOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Gets the bank promotions of BrandPay. A query.</summary>
    Task<BankPromotions> GetBankPromotionsAsync(RequestOptions? options = null, CancellationToken cancellationToken = default);
}

using System.Text.Json.Serialization.Metadata;
using PaymentSdk.Api.Payments;
using PaymentSdk.Api.Promotions;
using PaymentSdk.Api.Wire;
using PaymentSdk.Values;

namespace PaymentSdk.Api.BrandPay;

/// <summary>Implements <see cref="IBrandPay"/> over HTTP.</summary>
internal sealed class BrandPayResource(ApiSender sender) : IBrandPay
{
    private static readonly BrandPayJson Json = BrandPayJson.Default;

    public Task<IReadOnlyList<BrandPayTerms>> GetTermsAsync(
        CustomerKey customerKey, IReadOnlyList<BrandPayScope> scope, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Customer(customerKey, BrandPayCheck.LongestCustomerKey);
        BrandPayCheck.Scope(scope);
        var query = new QueryText().Add("customerKey", customerKey.Value).Add("scope", string.Join(',', scope));
        return sender.SendAsync(Query(BrandPayOperations.GetTerms, query), BrandPayAnswers.Terms, options, cancellationToken);
    }

    public Task<BrandPayResult> AgreeAsync(BrandPayAgreement request, RequestOptions? options, CancellationToken cancellationToken)
    {
        BrandPayCheck.Check(request);
        var wire = Post(BrandPayOperations.Agree, request, Json.BrandPayAgreement, request.IdempotencyKey);
        return sender.SendAsync(wire, BrandPayAnswers.Agreed, options, cancellationToken);
    }

    public Task<BrandPayToken> GetTokenAsync(BrandPayTokenRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        BrandPayCheck.Check(request);
        var grant = request.Code is not null ? "AuthorizationCode" : "RefreshToken";
        var body = new BrandPayTokenBody(request.CustomerKey, grant, request.Code, request.RefreshToken, request.CustomerIdentity);
        var wire = Post(BrandPayOperations.GetToken, body, Json.BrandPayTokenBody, request.IdempotencyKey);
        return sender.SendAsync(wire, BrandPayAnswers.Token, options, cancellationToken);
    }

    public Task<BrandPayMethods> GetMethodsAsync(AccessToken accessToken, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Given(accessToken);
        var wire = Query(BrandPayOperations.GetMethods) with { AccessToken = accessToken };
        return sender.SendAsync(wire, BrandPayAnswers.Methods, options, cancellationToken);
    }

    public Task<BrandPayMethods> GetCustomerMethodsAsync(CustomerKey customerKey, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Customer(customerKey);
        var path = $"/v1/brandpay/payments/methods/{ApiRequest.Segment(customerKey.Value)}";
        return sender.SendAsync(Query(BrandPayOperations.GetMethodsOfCustomer) with { Path = path }, BrandPayAnswers.Methods, options, cancellationToken);
    }

    public Task<BrandPayCard> RemoveCardAsync(AccessToken accessToken, string methodKey, RequestOptions? options, CancellationToken cancellationToken) =>
        sender.SendAsync(Remove(BrandPayOperations.RemoveCard, accessToken, methodKey), BrandPayAnswers.Card, options, cancellationToken);

    public Task<BrandPayAccount> RemoveAccountAsync(AccessToken accessToken, string methodKey, RequestOptions? options, CancellationToken cancellationToken) =>
        sender.SendAsync(Remove(BrandPayOperations.RemoveAccount, accessToken, methodKey), BrandPayAnswers.Account, options, cancellationToken);

    public Task<Payment> ConfirmAsync(BrandPayConfirmRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        BrandPayCheck.Check(request);
        var wire = BrandPayConfirmWire.Build(request);
        return sender.SendAsync(wire, ChargeAnswer.To(request.OrderId, request.Amount, request.PaymentKey), options, cancellationToken);
    }

    public Task<Payment> PayAsync(BrandPayPaymentRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        BrandPayCheck.Check(request);
        var wire = Post(BrandPayOperations.Pay, request, Json.BrandPayPaymentRequest, request.IdempotencyKey);
        return sender.SendAsync(wire, ChargeAnswer.To(request.OrderId, request.Amount), options, cancellationToken);
    }

    public Task<BrandPayCustomer> RemoveCustomerAsync(AccessToken accessToken, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Given(accessToken);
        var wire = ApiRequest.EmptyPost(BrandPayOperations.RemoveCustomer, BrandPayOperations.RemoveCustomer.Route) with { AccessToken = accessToken };
        return sender.SendAsync(wire, BrandPayAnswers.Customer, options, cancellationToken);
    }

    public Task<CardPromotions> GetCardPromotionsAsync(RequestOptions? options, CancellationToken cancellationToken) =>
        sender.SendAsync(Query(BrandPayOperations.GetCardPromotions), BrandPayAnswers.CardPromotions, options, cancellationToken);

    public Task<BankPromotions> GetBankPromotionsAsync(RequestOptions? options, CancellationToken cancellationToken) =>
        sender.SendAsync(Query(BrandPayOperations.GetBankPromotions), BrandPayAnswers.BankPromotions, options, cancellationToken);

    private static ApiRequest Remove(ApiOperation operation, AccessToken accessToken, string methodKey)
    {
        Rule.Given(accessToken);
        Rule.Given(methodKey);
        return Post(operation, new BrandPayMethodBody(methodKey), Json.BrandPayMethodBody, IdempotencyKey.New()) with { AccessToken = accessToken };
    }

    private static ApiRequest Query(ApiOperation operation, QueryText? query = null) => new() { Operation = operation, Path = operation.Route + query };

    private static ApiRequest Post<T>(ApiOperation operation, T body, JsonTypeInfo<T> shape, IdempotencyKey key) =>
        ApiRequest.Post(operation, operation.Route, body, shape, key);
}

/// <summary>The shapes of BrandPay's answers.</summary>
internal static class BrandPayAnswers
{
    private static readonly BrandPayJson Json = BrandPayJson.Default;

    public static AnswerShape<IReadOnlyList<BrandPayTerms>> Terms { get; } = AnswerShape.Array(Json.BrandPayTerms, "id");

    public static AnswerShape<BrandPayResult> Agreed { get; } = AnswerShape.Object(Json.BrandPayResult, "code");

    public static AnswerShape<BrandPayToken> Token { get; } = AnswerShape.Object(Json.BrandPayToken, "accessToken");

    public static AnswerShape<BrandPayMethods> Methods { get; } = AnswerShape.Object(Json.BrandPayMethods);

    public static AnswerShape<BrandPayCard> Card { get; } = AnswerShape.Object(Json.BrandPayCard, "methodKey");

    public static AnswerShape<BrandPayAccount> Account { get; } = AnswerShape.Object(Json.BrandPayAccount, "methodKey");

    public static AnswerShape<BrandPayCustomer> Customer { get; } = AnswerShape.Object(Json.BrandPayCustomer, "customerKey");

    public static AnswerShape<CardPromotions> CardPromotions { get; } =
        AnswerShape.Object(PromotionJson.Default.CardPromotions, PromotionNormalizer.Normalize);

    public static AnswerShape<BankPromotions> BankPromotions { get; } = AnswerShape.Object(PromotionJson.Default.BankPromotions);
}

using System.Text.Json.Serialization;
using PaymentSdk.Api.Payments;
using PaymentSdk.Api.Wire;
using PaymentSdk.Values;

namespace PaymentSdk.Api.Billing;

/// <summary>Implements <see cref="IBilling"/> over HTTP.</summary>
internal sealed class BillingResource(ApiSender sender) : IBilling
{
    private static readonly AnswerShape<BillingAuthorization> Issued =
        AnswerShape.Object(BillingJson.Default.BillingAuthorization, "billingKey", "customerKey");

    public static ApiOperation Issue { get; } = new("billing-issue", HttpMethod.Post, "/v1/billing/authorizations/issue", OperationKind.Money);

    public static ApiOperation IssueByCard { get; } = new("billing-issue-card", HttpMethod.Post, "/v1/billing/authorizations/card", OperationKind.Money);

    public static ApiOperation Approve { get; } = new("billing-approve", HttpMethod.Post, "/v1/billing/{billingKey}", OperationKind.Money);

    public static ApiOperation Delete { get; } = new("billing-delete", HttpMethod.Delete, "/v1/billing/{billingKey}", OperationKind.Money);

    public Task<BillingAuthorization> IssueAsync(BillingIssueRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        BillingCheck.Check(request);
        var wire = ApiRequest.Post(Issue, Issue.Route, request, BillingJson.Default.BillingIssueRequest, request.IdempotencyKey);
        return sender.SendAsync(wire, Of(request.CustomerKey), options, cancellationToken);
    }

    public Task<BillingAuthorization> IssueByCardAsync(BillingCardRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        BillingCheck.Check(request);
        var wire = ApiRequest.Post(IssueByCard, IssueByCard.Route, request, BillingJson.Default.BillingCardRequest, request.IdempotencyKey);
        return sender.SendAsync(wire, Of(request.CustomerKey), options, cancellationToken);
    }

    public Task<Payment> ApproveAsync(BillingKey billingKey, BillingApproveRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Given(billingKey);
        BillingCheck.Check(request);
        var wire = ApiRequest.Post(Approve, Path(billingKey), request, BillingJson.Default.BillingApproveRequest, request.IdempotencyKey);
        return sender.SendAsync(wire, ChargeAnswer.To(request.OrderId, request.Amount), options, cancellationToken);
    }

    public Task DeleteAsync(BillingKey billingKey, RequestOptions? options, CancellationToken cancellationToken)
    {
        Rule.Given(billingKey);
        return sender.SendAsync(new ApiRequest { Operation = Delete, Path = Path(billingKey) }, AnswerShape.Nothing, options, cancellationToken);
    }

    // A billing key may contain "=", so it is escaped (docs/spec/payment-api.md §2.2).
    private static string Path(BillingKey billingKey) => $"/v1/billing/{ApiRequest.Segment(billingKey.Value)}";

    // A billing key of another buyer would charge that buyer's card.
    private static AnswerShape<BillingAuthorization> Of(CustomerKey customerKey) =>
        Issued.Compared(issued => issued.CustomerKey == customerKey.Value ? null : "it has a different customer key");
}

/// <summary>Provides the JSON metadata of the billing resource, which is generated at compile time because native AOT requires it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientDayConverter), typeof(LenientTextConverter), typeof(EasyPayConverter)])]
[JsonSerializable(typeof(BillingIssueRequest))]
[JsonSerializable(typeof(BillingCardRequest))]
[JsonSerializable(typeof(BillingApproveRequest))]
[JsonSerializable(typeof(BillingAuthorization))]
internal sealed partial class BillingJson : JsonSerializerContext;

using System.Text.Json.Serialization;
using PaymentSdk.Api.Payments;
using PaymentSdk.Api.Wire;
using PaymentSdk.Values;

namespace PaymentSdk.Api.VirtualAccounts;

/// <summary>Implements <see cref="IVirtualAccounts"/> over HTTP.</summary>
internal sealed class VirtualAccountsResource(ApiSender sender) : IVirtualAccounts
{
    public static ApiOperation Issue { get; } = new("virtual-account", HttpMethod.Post, "/v1/virtual-accounts", OperationKind.Money);

    public Task<Payment> IssueAsync(VirtualAccountRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        Check(request);
        var wire = ApiRequest.Post(Issue, Issue.Route, request, VirtualAccountJson.Default.VirtualAccountRequest, request.IdempotencyKey);
        return sender.SendAsync(wire, ChargeAnswer.To(request.OrderId, request.Amount), options, cancellationToken);
    }

    private static void Check(VirtualAccountRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Rule.Key(request.IdempotencyKey);
        Rule.Positive(request.Amount);
        Rule.Given(request.OrderId);
        Rule.Text(request.OrderName, 100);
        Rule.Text(request.CustomerName, 100);
        Rule.Given(request.Bank);
        Rule.Between(request.ValidHours, 1, 2160);
        if (request.ValidHours is not null && request.DueDate is not null)
            throw new ArgumentException("ValidHours and DueDate cannot be combined. Set only one of them.", nameof(request));
        Rule.AtMost(request.CustomerEmail, 100);
        if (request.CustomerMobilePhone is not null)
            Rule.Digits(request.CustomerMobilePhone, 8, 15);
        Rule.NotNegative(request.TaxFreeAmount);
        Rule.AtMost(request.CashReceipt?.RegistrationNumber, 30, "CashReceipt.RegistrationNumber");
        Rule.AtMost(request.AccountKey, 13);
    }
}

/// <summary>Provides the JSON metadata of the virtual accounts resource, which is generated at compile time because native AOT requires it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(AmountConverter), typeof(LenientDateConverter), typeof(LenientDayConverter), typeof(LenientTextConverter)])]
[JsonSerializable(typeof(VirtualAccountRequest))]
internal sealed partial class VirtualAccountJson : JsonSerializerContext;

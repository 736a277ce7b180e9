using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.BrandPay;

/// <summary><c>GET /v1/brandpay/terms</c>: lists the texts of the requested scopes. The scopes can be repeated or separated by commas.</summary>
internal sealed class ListTerms(BrandPayStore store)
{
    public ApiAnswer Answer(ApiRequest request)
    {
        var customer = store.Customer(request.Merchant, BrandPayFields.CustomerKey(request.Query.RequiredText("customerKey")));
        return ApiAnswer.Ok(new JsonArray([.. Terms.Of(request.Query.List("scope")).Select(terms => Write(terms, customer, request.Base))]));
    }

    private static JsonObject Write(Terms terms, BrandPayCustomer customer, string address) => new()
    {
        ["id"] = terms.Id,
        ["title"] = terms.Title,
        ["version"] = "1.0",
        ["url"] = $"{address}/terms/{terms.Id}",
        ["required"] = terms.Required,
        ["agreed"] = customer.AgreedTerms.Contains(terms.Id),
    };
}

using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Payouts;

/// <summary>Reads a shop's description of a seller (docs/spec/payment-api.md §2.9). Unknown members are ignored.</summary>
internal static class SellerFields
{
    public static SellerDocument RequiredSeller(this Fields body)
    {
        var type = body.RequiredText("businessType", 30) switch
        {
            "INDIVIDUAL" => "INDIVIDUAL",
            "INDIVIDUAL_BUSINESS" => "INDIVIDUAL_BUSINESS",
            // One guide writes CORPORATE_BUSINESS (docs/spec/payment-api.md, appendix B).
            "CORPORATE" or "CORPORATE_BUSINESS" => "CORPORATE",
            _ => throw new RefusedException("INVALID_REQUEST"),
        };
        var isPerson = type == "INDIVIDUAL";
        return new SellerDocument(
            type,
            isPerson ? null : Company(body.RequiredObject("company")),
            isPerson ? Individual(body.RequiredObject("individual")) : null,
            Account(body.RequiredObject("account")),
            body.Metadata("metadata"));
    }

    private static JsonObject Company(Fields company) => new()
    {
        ["name"] = company.RequiredText("name", 100),
        ["representativeName"] = company.RequiredText("representativeName", 100),
        ["businessRegistrationNumber"] = Digits(company.RequiredText("businessRegistrationNumber", 10), atLeast: 10),
        ["email"] = company.RequiredText("email", 100),
        ["phone"] = company.RequiredText("phone", 20),
    };

    private static JsonObject Individual(Fields individual) => new()
    {
        ["name"] = individual.RequiredText("name", 100),
        ["email"] = individual.RequiredText("email", 100),
        ["phone"] = individual.RequiredText("phone", 20),
    };

    private static JsonObject Account(Fields account) => new()
    {
        ["bankCode"] = Digits(account.RequiredText("bankCode", 3), atLeast: 2),
        ["accountNumber"] = Digits(account.RequiredText("accountNumber", 20), atLeast: 1),
        ["holderName"] = account.RequiredText("holderName", 60),
    };

    private static string Digits(string text, int atLeast) => text.Length >= atLeast && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
        ? text
        : throw new RefusedException("INVALID_REQUEST");
}

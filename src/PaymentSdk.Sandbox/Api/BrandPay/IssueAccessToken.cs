using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.BrandPay;

/// <summary><c>POST /v1/brandpay/authorizations/access-token</c>: issues tokens for a code or a refresh token.</summary>
internal sealed class IssueAccessToken(BrandPayStore store)
{
    public ApiAnswer Answer(ApiRequest request)
    {
        var body = Fields.Parse(request.Body);
        var customerKey = body.RequiredBrandPayCustomerKey();
        body.Object("customerIdentity");
        var tokens = body.RequiredText("grantType", 40) switch
        {
            "AuthorizationCode" => store.Exchange(request.Merchant, customerKey, body.RequiredText("code", 300)),
            "RefreshToken" => store.Refresh(request.Merchant, customerKey, body.RequiredText("refreshToken", 300)),
            _ => throw new RefusedException("INVALID_REQUEST"),
        };
        return ApiAnswer.Ok(new JsonObject
        {
            ["accessToken"] = tokens.AccessToken,
            ["refreshToken"] = tokens.RefreshToken,
            ["tokenType"] = "bearer",
            ["expiresIn"] = (int)BrandPayTokens.Lifetime.TotalSeconds,
        });
    }
}

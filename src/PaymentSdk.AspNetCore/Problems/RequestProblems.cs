using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Problems;

/// <summary>Refusals of a request that cannot be read or answered. The details never repeat the content of the request.</summary>
internal static class RequestProblems
{
    public static Problem UnsupportedMediaType() => new(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The body is not application/json.")
    {
        Detail = "Send the body with the header Content-Type: application/json.",
    };

    public static Problem BodyTooLarge() => new(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The body is too large.")
    {
        Detail = "A body of this address has at most 16 KiB (16384 bytes).",
    };

    public static Problem Malformed(string detail) => new(StatusCodes.Status400BadRequest, "malformed-request", "The request cannot be understood.")
    {
        Detail = detail,
    };

    /// <summary>Returns the refusal without the address, which is only logged, because it may be the name of a machine behind the proxy.</summary>
    public static Problem PublicAddressUnusable(string setting) => new(StatusCodes.Status503ServiceUnavailable, "public-address-unusable", "The shop's public address is not known.")
    {
        Detail = $"The payment window could not send the buyer back: this request arrived at an address that buyers cannot reach. Set {setting} on the shop's server to the address that buyers see, e.g. https://myshop.com.",
    };

    public static Problem RequestModeNotAllowed(string detail) => new(StatusCodes.Status403Forbidden, "request-mode-not-allowed", "This address cannot be called in this way.")
    {
        Detail = detail,
    };

    public static Problem MethodNotAllowed() => new(StatusCodes.Status405MethodNotAllowed, "request-mode-not-allowed", "This address cannot be called in this way.")
    {
        Detail = "The payment window opens this address with GET, and nothing was sent to the payment API. Open it with GET; scripts call confirm.",
    };
}

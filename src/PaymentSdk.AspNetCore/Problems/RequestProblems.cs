using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Problems;

/// <summary>Refusals of a request that cannot be read. The details never repeat what was sent.</summary>
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

    public static Problem RequestModeNotAllowed(string detail) => new(StatusCodes.Status403Forbidden, "request-mode-not-allowed", "This address is not called that way.")
    {
        Detail = detail,
    };
}

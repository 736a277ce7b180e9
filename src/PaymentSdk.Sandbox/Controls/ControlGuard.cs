using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;
using PaymentSdk.Sandbox.Values;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>
/// Admits a caller that sends the control token. If no token is configured, admits only this machine: the remote address and the Host header must
/// both be loopback, because a page can point its own host name at 127.0.0.1. In both cases it refuses foreign origins, and bodies that are not
/// JSON, because a page can send JSON to another origin only after a preflight. A caller can identify its shop by its secret key, as it does to the
/// API.
/// </summary>
internal sealed class ControlGuard(SandboxOptions options, Merchants merchants) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (Refusal(context.HttpContext) is { } refusal)
            return refusal;
        try
        {
            return await next(context).ConfigureAwait(false);
        }
        catch (RefusedException refused) when (refused.Code == "NOT_FOUND_PAYMENT")
        {
            return ControlAnswer.Error(StatusCodes.Status404NotFound, "There is no payment with that key.");
        }
        catch (RefusedException refused) when (refused.Code is "PAYOUT_NOT_FOUND" or "NOT_FOUND")
        {
            return ControlAnswer.Error(StatusCodes.Status404NotFound, "There is no payout or seller with that id.");
        }
        catch (RefusedException refused)
        {
            return ControlAnswer.Error(StatusCodes.Status409Conflict, $"The gateway refused the request: {refused.Code}.");
        }
        catch (ControlRefusedException refused)
        {
            return ControlAnswer.Error(StatusCodes.Status409Conflict, refused.Message);
        }
        catch (ControlFormatException malformed)
        {
            return ControlAnswer.Error(StatusCodes.Status400BadRequest, malformed.Message);
        }
        catch (BadHttpRequestException malformed)
        {
            return ControlAnswer.Error(malformed.StatusCode, malformed.Message);
        }
    }

    private IResult? Refusal(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (options.ControlToken is { } token && !IsKnown(token, headers))
            return ControlAnswer.Error(
                StatusCodes.Status401Unauthorized,
                "The controls of this sandbox require its token. Send it as 'Authorization: Bearer <token>' or 'Sandbox-Control-Token: <token>'.");
        if (options.ControlToken is null && (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote)))
            return Forbidden("The controls accept requests from this machine only.");
        if (options.ControlToken is null && !Listening.IsLoopback(context.Request.Host.Host))
            return Forbidden("The controls accept loopback hosts only. Use localhost or 127.0.0.1.");
        if (!IsOwnOrigin(context.Request))
            return Forbidden("The controls do not accept requests from pages of other origins.");
        if (IsBasic(headers) && !TryNameShop(context))
            return ControlAnswer.Error(StatusCodes.Status401Unauthorized, "The gateway does not know this key. Send a secret key, as you do to the API, or no key.");
        var hasBody = context.Request.ContentLength > 0 || headers.TransferEncoding.Count > 0;
        return (hasBody || context.Request.ContentType is not null) && !context.Request.HasJsonContentType()
            ? ControlAnswer.Error(StatusCodes.Status415UnsupportedMediaType, "The controls accept only application/json.")
            : null;
    }

    private static bool IsKnown(string token, IHeaderDictionary headers) =>
        IsSame(token, headers["Sandbox-Control-Token"].ToString()) || IsSame($"Bearer {token}", headers.Authorization.ToString());

    private static bool IsSame(string expected, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(given));

    private static bool IsBasic(IHeaderDictionary headers) => headers.Authorization.ToString().StartsWith("Basic ", StringComparison.OrdinalIgnoreCase);

    private bool TryNameShop(HttpContext context)
    {
        try
        {
            context.Items[ControlMerchant.Item] = BasicAuthentication.Authenticate(context.Request.Headers.Authorization, merchants);
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }

    private static bool IsOwnOrigin(HttpRequest request) => request.Headers.Origin.Count == 0
        || (request.Headers.Origin is [{ } origin] && string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.Ordinal));

    private static IResult Forbidden(string message) => ControlAnswer.Error(StatusCodes.Status403Forbidden, message);
}

using System.Net;
using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Books;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>
/// Lets only this machine and no web page use the controls: loopback address, loopback Host header (a page can point a name of its own
/// at 127.0.0.1), no foreign Origin, and bodies only as JSON (which a page cannot send elsewhere without asking first).
/// </summary>
internal sealed class ControlGuard : IEndpointFilter
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
            return ControlAnswer.Error(StatusCodes.Status404NotFound, "There is no payment of that key.");
        }
        catch (RefusedException refused) when (refused.Code is "PAYOUT_NOT_FOUND" or "NOT_FOUND")
        {
            return ControlAnswer.Error(StatusCodes.Status404NotFound, "There is nothing of that id.");
        }
        catch (RefusedException refused)
        {
            return ControlAnswer.Error(StatusCodes.Status409Conflict, $"The gateway refused it: {refused.Code}.");
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

    private static IResult? Refusal(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote))
            return Forbidden("The controls answer to this machine only.");
        if (!IsLoopbackName(context.Request.Host.Host))
            return Forbidden("The controls answer to loopback hosts only: use localhost or 127.0.0.1.");
        if (!IsOwnOrigin(context.Request))
            return Forbidden("The controls do not answer to pages of other origins.");
        var hasBody = context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0;
        return (hasBody || context.Request.ContentType is not null) && !context.Request.HasJsonContentType()
            ? ControlAnswer.Error(StatusCodes.Status415UnsupportedMediaType, "The controls take application/json.")
            : null;
    }

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsOwnOrigin(HttpRequest request) => request.Headers.Origin.Count == 0
        || (request.Headers.Origin is [{ } origin] && string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.Ordinal));

    private static IResult Forbidden(string message) => ControlAnswer.Error(StatusCodes.Status403Forbidden, message);
}

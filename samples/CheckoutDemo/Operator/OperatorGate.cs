using System.Net;

namespace CheckoutDemo.Operator;

/// <summary>
/// Who may see the operator's page: a browser on this machine that asked for its loopback name (a page of another name that
/// resolves here must not). For every other caller the page does not exist. Changes come from the page itself only.
/// </summary>
internal sealed class OperatorGate : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!IsLoopback(context.HttpContext))
            return TypedResults.NotFound();
        if (!HttpMethods.IsGet(request.Method) && request.Headers.Origin != $"{request.Scheme}://{request.Host.Value}")
            return TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden, title: "Only the operator's page itself may do this.");
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return await next(context);
    }

    private static bool IsLoopback(HttpContext context) =>
        IsLoopback(context.Request.Host.Host) && (context.Connection.RemoteIpAddress is not { } caller || IPAddress.IsLoopback(caller));

    private static bool IsLoopback(string host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);
}

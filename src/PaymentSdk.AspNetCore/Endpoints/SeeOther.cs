using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>303: go on with a GET there, without telling that page this address: it holds the payment key.</summary>
internal sealed class SeeOther(string location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = location;
        httpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Http;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>
/// An exception that no middleware of the host's handles: the server answers it with a 500 that has no headers, which a page reads as a
/// CORS error. For a request that the origin check let in, the 500 is sent from here with the headers of the decision; the exception goes
/// on to the server, which logs it as ever.
/// </summary>
internal static class UnhandledFailure
{
    public static async Task AnswerAsync(HttpContext context, RequestDelegate rest)
    {
        try
        {
            await rest(context).ConfigureAwait(false);
        }
        catch (Exception failure) when (!context.Response.HasStarted && context.Features.Get<OriginDecision>() is { LetsIn: true })
        {
            context.Response.Clear();
            context.Response.StatusCode = failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
            context.Response.ContentLength = 0;
            await context.Response.CompleteAsync().ConfigureAwait(false);
            throw;
        }
    }
}

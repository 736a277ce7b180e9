using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PaymentSdk.Sandbox.Answers;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>The answers of the controls, in JSON. An error has the form <c>{"error": "…"}</c>.</summary>
internal static class ControlAnswer
{
    public static IResult Ok(JsonNode body) => new Answer(StatusCodes.Status200OK, body);

    public static IResult Error(int status, string message) => new Answer(status, new JsonObject { ["error"] = message });

    private sealed class Answer(int status, JsonNode body) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var bytes = Json.Write(body);
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = "application/json";
            httpContext.Response.ContentLength = bytes.Length;
            await httpContext.Response.Body.WriteAsync(bytes, httpContext.RequestAborted).ConfigureAwait(false);
        }
    }
}

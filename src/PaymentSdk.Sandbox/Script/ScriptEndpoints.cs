using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Http;

namespace PaymentSdk.Sandbox.Script;

/// <summary>Maps the script that shop pages load. It has the same public functions as the real one (docs/spec/payment-api.md §9.2).</summary>
internal static class ScriptEndpoints
{
    public static void MapScript(this IEndpointRouteBuilder app)
    {
        var text = ScriptText.Assemble();
        app.MapGet("/v2/standard", (HttpResponse response) => Serve(response, text));
    }

    private static IResult Serve(HttpResponse response, string text)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-cache";
        // A page with Cross-Origin-Embedder-Policy can load the script too, because nothing in it is secret.
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return Results.Text(text, "text/javascript; charset=utf-8");
    }
}

/// <summary>Assembles the public script, which is one classic script, from its parts in this order.</summary>
internal static class ScriptText
{
    private static readonly string[] _parts =
        ["gateway", "errors", "keys", "checks", "frames", "order", "window", "drawn", "widgets", "payment", "entry"];

    public static string Assemble()
    {
        var parts = _parts.Select(part => EmbeddedFile.Read($"script/{part}.js"));
        return $"(function () {{\n'use strict';\n{string.Join('\n', parts)}}})();\n";
    }
}

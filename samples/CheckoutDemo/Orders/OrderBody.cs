using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CheckoutDemo.Orders;

/// <summary>Reads the JSON of a request. It does not use a bound parameter, which would answer bad input with an empty 400 in Production.</summary>
internal static class OrderBody
{
    private const int MostBytes = 16 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static async Task<(JsonElement Body, ProblemHttpResult? Refusal)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasJsonContentType())
            return (default, OrderProblem.UnsupportedMediaType());
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, Strict, cancellationToken);
            return (json.RootElement.Clone(), null);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (default, OrderProblem.BodyTooLarge());
        }
        catch (Exception exception) when (exception is JsonException or BadHttpRequestException or InvalidOperationException)
        {
            return (default, OrderProblem.Malformed("The body is not JSON."));
        }
    }
}

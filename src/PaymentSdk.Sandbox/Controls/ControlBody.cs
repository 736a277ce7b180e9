using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace PaymentSdk.Sandbox.Controls;

/// <summary>Reads the body of a control strictly. An error names an unknown member or a wrong type.</summary>
internal static class ControlBody
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    public static async Task<T> ReadAsync<T>(HttpContext context, string takes)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(context.Request.Body, _options, context.RequestAborted).ConfigureAwait(false)
                ?? throw new ControlFormatException($"The body is missing. The control takes {takes}.");
        }
        catch (JsonException malformed)
        {
            throw new ControlFormatException($"The body is not valid at {malformed.Path ?? "$"}. The control takes {takes}.");
        }
    }
}

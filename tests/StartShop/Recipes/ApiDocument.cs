using Microsoft.OpenApi;
using PaymentSdk;

namespace StartShop.Recipes;

/// <summary>The shop's own OpenAPI document, with the values of PaymentSdk as what they are in JSON.</summary>
internal static class ApiDocument
{
    public static void Add(WebApplicationBuilder builder)
    {
        builder.Services.AddOpenApi(options => options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (type is { IsValueType: true, IsEnum: false } && type.Assembly == typeof(OrderId).Assembly)
                schema.Type = JsonSchemaType.String;     // order ids, keys, codes and amounts ("15000 KRW") are texts
            return Task.CompletedTask;
        }));
    }
}

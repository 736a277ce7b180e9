using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.AspNetCore.Description;

/// <summary>The schemas for a host whose own JSON knows only the types it names, as one compiled ahead of time does.</summary>
[JsonSerializable(typeof(PaymentWidget))]
[JsonSerializable(typeof(PaymentOrderAnswer))]
[JsonSerializable(typeof(PaymentAttemptAnswer))]
[JsonSerializable(typeof(PaymentConfirmRequest))]
[JsonSerializable(typeof(PaymentProblem))]
[JsonSerializable(typeof(PaymentOriginProblem))]
[JsonSerializable(typeof(PaymentDeclinedProblem))]
[JsonSerializable(typeof(PaymentConflictProblem))]
[JsonSerializable(typeof(PaymentUnavailableProblem))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
internal sealed partial class DescriptionJson : JsonSerializerContext
{
    private static readonly DescriptionJson Schemas = new(new JsonSerializerOptions());

    /// <summary>Behind everything that the host writes there: it decides nothing about the shop's own types.</summary>
    public static void Add(IServiceCollection services) =>
        services.PostConfigure<JsonOptions>(json => json.SerializerOptions.TypeInfoResolverChain.Add(Schemas));
}

using Microsoft.Extensions.Http;
using PaymentSdk.Configuration;

namespace PaymentSdk.Api.Wire;

/// <summary>
/// Builds one chain of handlers: those of <see cref="PaymentPipeline"/>, those that the shop adds, then the one that stands before the
/// socket, and the primary handler with what money needs enforced on it.
/// </summary>
internal sealed class PaymentHandlerBuilder(IServiceProvider services, PaymentRegistration registration, TimeProvider time) : HttpMessageHandlerBuilder
{
    public override string? Name { get; set; }

    public override HttpMessageHandler PrimaryHandler { get; set; } = PrimaryHandlerRules.CreateDefault();

    public override IList<DelegatingHandler> AdditionalHandlers { get; } = [];

    public override IServiceProvider Services => services;

    public override HttpMessageHandler Build()
    {
        PrimaryHandlerRules.Enforce(PrimaryHandler, registration);
        return CreateHandlerPipeline(PrimaryHandler, [.. AdditionalHandlers, new RecordingHandler(time)]);
    }
}

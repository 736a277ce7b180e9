namespace CrashShop;

/// <summary>Places boundaries of <see cref="Knife"/> on the wire: before a request leaves, and when its answer has arrived.</summary>
internal sealed class CuttingHandler(Knife knife) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        knife.Cut($"before {request.Method} leaves");
        var response = await base.SendAsync(request, cancellationToken);
        knife.Cut($"when {request.Method} is answered");
        return response;
    }
}

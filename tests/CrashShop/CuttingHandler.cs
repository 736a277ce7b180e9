namespace CrashShop;

/// <summary>Cuts on the wire: before the request leaves, and when its answer arrives.</summary>
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

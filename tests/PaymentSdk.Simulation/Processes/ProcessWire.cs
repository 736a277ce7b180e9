using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Processes;

/// <summary>The boundary between the HTTP pipeline of a process and the world's network.</summary>
internal sealed class ProcessWire(World world, Life life, HttpMessageHandler network) : DelegatingHandler(network)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        world.CheckThread();
        if (life.IsOver)
            return await Life.NeverAsync<HttpResponseMessage>();
        world.Journal.Add(world.Now.UtcTicks);
        world.Journal.Add(request.RequestUri!.OriginalString);
        var response = await base.SendAsync(request, cancellationToken);
        world.CheckThread();
        world.Journal.Add((int)response.StatusCode);
        return response;
    }
}

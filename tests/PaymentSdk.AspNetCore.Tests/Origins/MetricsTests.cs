using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using PaymentSdk.AspNetCore.Tests.Origins.Hosts;

namespace PaymentSdk.AspNetCore.Tests.Origins;

public sealed class MetricsTests
{
    [Fact]
    public async Task Every_decision_is_counted_by_its_outcome()
    {
        await using var host = await ProtectedHost.StartAsync(app => app.MapShop());
        List<string> counted = [];
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Name == "paymentsdk.origin.decisions" && instrument.Meter.Scope == host.Services.GetRequiredService<IMeterFactory>())
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            lock (counted)
                counted.Add($"{tags[1].Value} {value}");
        });
        listener.Start();

        await host.SendAsync("GET", "/api/orders/1", "", "Origin: https://myshop.com");
        await host.SendAsync("GET", "/api/orders/1");
        await host.SendAsync("OPTIONS", "/api/orders", "", "Origin: https://myshop.com", "Access-Control-Request-Method: POST");
        await host.SendAsync("GET", "/api/orders/1", "", "Origin: null");

        Assert.Equal(["allowed 1", "passed 1", "preflight 1", "origin-null 1"], counted);
    }
}

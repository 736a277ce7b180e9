using System.Net.Sockets;
using CheckoutDemo.Startup;
using PaymentSdk.Sandbox;

namespace CheckoutDemo.Lab;

/// <summary>Opens the other origins of the laboratory together with the sandbox. With real keys it opens nothing.</summary>
internal static class LabStart
{
    /// <summary>
    /// Starts the other origins, registers the laboratory's services, and returns the origins. Invalid settings do not throw here, because the
    /// host reports all of them at start.
    /// </summary>
    public static async Task<OtherOrigins> StartLabAsync(this WebApplicationBuilder builder, SandboxGateway? sandbox)
    {
        var faults = new List<string>();
        var others = sandbox is null ? OtherOrigins.None : await OpenAsync(builder, new LabSettings(builder.Configuration), faults);
        builder.Services.AddSingleton(others);
        builder.Services.AddSingleton<LabRuns>();
        builder.Services.AddSingleton<IStartupFilter, LabRecorder>();
        StartFaults.Report(builder.Services, "laboratory", faults);
        return others;
    }

    private static async Task<OtherOrigins> OpenAsync(WebApplicationBuilder builder, LabSettings settings, List<string> faults)
    {
        faults.AddRange(settings.Faults());
        if (faults.Count > 0)
            return OtherOrigins.None;
        var files = Path.Combine(builder.Environment.WebRootPath, "lab");
        try
        {
            var host = await StartAsync(settings, builder.OwnOrigins(), files);
            var origins = host.Urls.Select(url => ShopOrigins.Written(BindingAddress.Parse(url))).ToArray();
            return new OtherOrigins(origins[0], origins[1]) { Host = host };
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            faults.Add($"The laboratory did not open at Lab:RegisteredUrl '{settings.RegisteredUrl}' and Lab:UnregisteredUrl '{settings.UnregisteredUrl}': {exception.Message} Name free addresses.");
            return OtherOrigins.None;
        }
    }

    private static async Task<WebApplication> StartAsync(LabSettings settings, IReadOnlyCollection<string> shops, string files)
    {
        try
        {
            return await OtherOriginsHost.StartAsync(settings.Urls, shops, files);
        }
        catch (IOException)
        {
            return await OtherOriginsHost.StartAsync(settings.UrlsThatAreFree, shops, files);
        }
    }
}

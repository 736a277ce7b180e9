using Microsoft.AspNetCore.Routing;
using PaymentSdk.Sandbox.Faults;
using PaymentSdk.Sandbox.Hosting;

namespace PaymentSdk.Sandbox.Tests;

/// <summary>The page docs/sandbox.md lists every fault, operation, control and path.</summary>
public sealed class DocumentTests
{
    private static readonly string _page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sandbox.md"));

    [Fact]
    public void Every_fault_and_operation_is_on_the_page()
    {
        var names = FaultCatalog.Kinds.Concat(FaultCatalog.Operations);

        Assert.DoesNotContain(names, name => !_page.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_control_and_every_path_of_the_API_is_on_the_page()
    {
        var app = SandboxHost.Build(new SandboxOptions());
        await using var closing = app;
        var paths = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimEnd('/'))
            .Where(path => !path.Contains("**", StringComparison.Ordinal))
            .ToHashSet();

        Assert.Contains("/sandbox/clock", paths);
        Assert.Equal([], paths.Where(path => path.StartsWith("/sandbox", StringComparison.Ordinal) && !IsDocumented(path)));
        Assert.Equal([], paths.Where(path => path.StartsWith("/v", StringComparison.Ordinal) && !IsDocumented(path)));
    }

    // A table row can contain one path in full, followed by only the last segments of the paths next to it.
    private static bool IsDocumented(string path) => _page.Contains(path, StringComparison.Ordinal)
        || (_page.Contains(path[..path.LastIndexOf('/')], StringComparison.Ordinal) && _page.Contains($"{path[path.LastIndexOf('/')..]}`", StringComparison.Ordinal))
        || _areas.Any(area => path.StartsWith(area, StringComparison.Ordinal) && _page.Contains($"`{area}", StringComparison.Ordinal));

    private static readonly string[] _areas = ["/v1/brandpay/", "/v2/sellers", "/v2/payouts"];
}

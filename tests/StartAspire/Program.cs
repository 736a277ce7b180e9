var builder = DistributedApplication.CreateBuilder(args);
builder.AddExecutable("shop", "dotnet", "../shop", "run", "--no-launch-profile")
    .WithHttpEndpoint(port: 5080, env: "ASPNETCORE_HTTP_PORTS", isProxied: false)   // so that the shop listens at the address that browsers see
    .WithHttpHealthCheck("/health")
    .WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development");                      // without keys the shop starts its sandbox itself
builder.Build().Run();

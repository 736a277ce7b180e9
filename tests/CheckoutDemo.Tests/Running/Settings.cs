namespace CheckoutDemo.Tests.Running;

/// <summary>The settings that tests start the demo with.</summary>
public static class Settings
{
    /// <summary>Shop and sandbox on free ports, under different names: two sites, not only two origins.</summary>
    public static (string Name, string? Value)[] FreePorts(ScratchDirectory directory) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Development"),
        ("ASPNETCORE_URLS", "http://localhost:0"),
        ("Sandbox__Url", "http://127.0.0.1:0"),
        ("Lab__RegisteredUrl", "http://localhost:0"),
        ("Lab__UnregisteredUrl", "http://localhost:0"),
        ("ConnectionStrings__Ledger", directory.Ledger),
    ];

    /// <summary>The same with some settings changed or added.</summary>
    public static (string Name, string? Value)[] With(this (string Name, string? Value)[] settings, params (string Name, string? Value)[] more) =>
        [.. settings.Where(setting => more.All(other => other.Name != setting.Name)), .. more];
}

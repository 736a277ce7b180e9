namespace CheckoutDemo.Tests.Running;

/// <summary>The settings that tests start the demo with.</summary>
public static class Settings
{
    /// <summary>
    /// Returns settings with shop and sandbox on free ports, under different names, so that they are two sites, not only two origins.
    /// </summary>
    public static (string Name, string? Value)[] FreePorts(ScratchDirectory directory) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Development"),
        ("ASPNETCORE_URLS", "http://localhost:0"),
        ("Sandbox__Url", "http://127.0.0.1:0"),
        ("Lab__RegisteredUrl", "http://localhost:0"),
        ("Lab__UnregisteredUrl", "http://localhost:0"),
        ("ConnectionStrings__Ledger", directory.Ledger),
    ];

    /// <summary>Returns the settings with some of them changed or added.</summary>
    public static (string Name, string? Value)[] With(this (string Name, string? Value)[] settings, params (string Name, string? Value)[] more) =>
        [.. settings.Where(setting => more.All(other => other.Name != setting.Name)), .. more];
}

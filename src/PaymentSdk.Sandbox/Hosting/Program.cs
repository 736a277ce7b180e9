namespace PaymentSdk.Sandbox.Hosting;

/// <summary>The entry point. Top-level statements would generate a public class Program, and a shop's tests would then see two of them.</summary>
internal static class SandboxProgram
{
    public static Task<int> Main(string[] args) =>
        CommandLine.RunAsync(args, Environment.GetEnvironmentVariable("Sandbox__WebhookUrl"), Console.Out, Console.Error, Environment.GetEnvironmentVariable("Sandbox__ControlToken"));
}

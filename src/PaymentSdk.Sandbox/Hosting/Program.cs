namespace PaymentSdk.Sandbox.Hosting;

/// <summary>The program. Not by top-level statements: they make a public class Program, and a shop's tests would find two.</summary>
internal static class SandboxProgram
{
    public static Task<int> Main(string[] args) =>
        CommandLine.RunAsync(args, Environment.GetEnvironmentVariable("Sandbox__WebhookUrl"), Console.Out, Console.Error, Environment.GetEnvironmentVariable("Sandbox__ControlToken"));
}

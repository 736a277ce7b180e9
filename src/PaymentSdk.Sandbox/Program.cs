using PaymentSdk.Sandbox;

return await CommandLine.RunAsync(args, Environment.GetEnvironmentVariable("Sandbox__WebhookUrl"), Console.Out, Console.Error).ConfigureAwait(false);

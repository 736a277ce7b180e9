namespace PaymentSdk.CommandLine.Commands;

/// <summary>The command line cannot be used as written. The message says what is wrong and what to write.</summary>
internal sealed class CommandFault(string message) : Exception(message);

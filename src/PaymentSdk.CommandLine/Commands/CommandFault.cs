namespace PaymentSdk.CommandLine.Commands;

/// <summary>The command line cannot be used as it is written; the message says what is wrong with it and what to write.</summary>
internal sealed class CommandFault(string message) : Exception(message);

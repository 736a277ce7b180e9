namespace PaymentSdk.CommandLine.Commands;

/// <summary>The exit codes of the commands.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something needs an operator, or was not done for a reason that was printed.</summary>
    public const int Open = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>The ledger or the payment API is unavailable, or the settings are wrong.</summary>
    public const int Unavailable = 3;

    /// <summary>The command was interrupted, for example by Ctrl+C.</summary>
    public const int Interrupted = 130;

    public const string Explained = "Exit codes: 0 done, 1 something needs an operator or was not done, 2 not understood, 3 the ledger or the API is unavailable, or the settings are wrong, 130 interrupted.";
}

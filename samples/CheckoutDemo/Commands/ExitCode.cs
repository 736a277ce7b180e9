namespace CheckoutDemo.Commands;

/// <summary>What a command leaves behind for the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something needs an operator, or was not done for a reason that was printed.</summary>
    public const int Open = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Usage = 2;

    /// <summary>The ledger or the payment API is unavailable.</summary>
    public const int Unavailable = 3;
}

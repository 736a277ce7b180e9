namespace CheckoutDemo.Commands;

/// <summary>How the commands are written.</summary>
internal static class Help
{
    private const string Start = "dotnet run --project samples/CheckoutDemo --";

    /// <summary>Says what is wrong and how it is written, on the error stream; help that was asked for is no error.</summary>
    public static int Explain(string? fault, IEnumerable<ShopCommand> commands)
    {
        var output = fault is null ? Console.Out : Console.Error;
        if (fault is not null)
            output.WriteLine($"{fault}\n");
        output.WriteLine("Write:");
        foreach (var command in commands)
        {
            output.WriteLine($"\n  {command.About}");
            foreach (var form in command.Usage)
                output.WriteLine($"    {Start} {command.Name} {form}".TrimEnd());
        }
        output.WriteLine("\nExit codes: 0 done, 1 something needs an operator, 2 not understood, 3 the ledger or the API is unavailable.");
        return fault is null ? ExitCode.Done : ExitCode.Usage;
    }
}

using PaymentSdk.Simulation.Command;
using PaymentSdk.Simulation.Histories;

Arguments arguments;
try
{
    arguments = Arguments.Parse(args);
}
catch (FormatException fault)
{
    Console.Error.WriteLine(fault.Message);
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

return arguments switch
{
    { Break: "list" } => List(Breaks.Names),
    { Break: { } name } => new Breaks(Console.Out).Run(name, TimeSpan.FromSeconds(arguments.Limit), arguments.Repeat),
    { ListsProfiles: true } => List(HistoryKind.Names),
    { Seed: { } seed } => new Runner(arguments, History.Run, Console.Out).RunOne(seed),
    _ => new Runner(arguments, History.Run, Console.Out).RunMany(),
};

static int List(IEnumerable<string> names)
{
    foreach (var name in names)
        Console.WriteLine(name);
    return 0;
}

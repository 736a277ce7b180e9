using BenchmarkDotNet.Running;
using PaymentSdk.Benchmarks.Ledger;
using PaymentSdk.Benchmarks.Origins;

switch (args)
{
    case ["memory"]:
        OriginMemory.Report(Console.Out);
        break;
    case ["quick"]:
        QuickestRound.Report(Console.Out);
        break;
    case ["safety", ..]:
        await CostOfSafety.ReportAsync(Console.Out, args.ElementAtOrDefault(1));
        break;
    case ["http", ..]:
        await CostOverHttp.ReportAsync(Console.Out, args.ElementAtOrDefault(1));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(OriginMemory).Assembly).Run(args);
        break;
}

using BenchmarkDotNet.Running;
using PaymentSdk.Benchmarks.Origins;

switch (args)
{
    case ["memory"]:
        OriginMemory.Report(Console.Out);
        break;
    case ["quick"]:
        QuickestRound.Report(Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(OriginMemory).Assembly).Run(args);
        break;
}

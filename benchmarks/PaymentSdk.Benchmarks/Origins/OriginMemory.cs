using System.Globalization;

namespace PaymentSdk.Benchmarks.Origins;

/// <summary>Reports the memory that registered origins need, including their texts: <c>dotnet run -c Release -- memory</c>.</summary>
internal static class OriginMemory
{
    public static void Report(TextWriter output)
    {
        foreach (var size in new[] { 1, 100, 10_000, 1_000_000 })
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var snapshot = Registered.Snapshot(size);
            var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size,9} origins: {kept,12:N0} B, {(double)kept / size,8:N0} B each"));
            GC.KeepAlive(snapshot);
        }
    }
}

using System.Collections;
using PaymentSdk.Ledger;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>
/// A real ledger that receives every call of the model in the same order and must return the same results, so that the model and the real
/// ledger cannot drift apart.
/// </summary>
internal sealed class TwinLedger(World world, IOrderLedger ledger)
{
    /// <summary>Calls the real ledger and waits for its result within the step.</summary>
    public void Compare<T>(string operation, T expected, Func<IOrderLedger, ValueTask<T>> ask)
    {
        // The database may use other threads here, because the thread of the history waits for it.
        var actual = Task.Run(() => ask(ledger).AsTask()).GetAwaiter().GetResult();
        // The real ledger does not receive the heartbeats of idle rounds, because those rounds are skipped.
        if (operation != "Beat" && !Same(expected, actual))
            world.Fail(new InvalidOperationException($"The ledgers differ in {operation}.\n  model: {Text(expected)}\n  real:  {Text(actual)}"));
    }

    private static bool Same(object? expected, object? actual) => (expected, actual) switch
    {
        (string one, string other) => one == other,
        (IEnumerable one, IEnumerable other) => SameRows([.. one.Cast<object?>()], [.. other.Cast<object?>()]),
        // A commit without an id gets one from the database.
        (AttemptSnapshot one, AttemptSnapshot other) => Unmarked(one, other) == one,
        _ => Equals(expected, actual),
    };

    private static bool SameRows(List<object?> one, List<object?> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => Same(pair.First, pair.Second));

    private static AttemptSnapshot Unmarked(AttemptSnapshot model, AttemptSnapshot real) =>
        model.Purchase.CommitId == Guid.Empty ? real with { Purchase = real.Purchase with { CommitId = Guid.Empty } } : real;

    private static string Text(object? value) => value is IEnumerable rows and not string ? $"[{string.Join(", ", rows.Cast<object?>().Select(Text))}]" : Members(value);

    /// <summary>Returns all members as text, because the records print only their ids.</summary>
    private static string Members(object? value) => value is AttemptSnapshot entry
        ? $"{Members(entry.Purchase)} {Members(entry.Attempt)} {entry.Now:O}"
        : value is null || value.GetType().Namespace != typeof(Attempt).Namespace || value.GetType().IsEnum || value.GetType().IsValueType
            ? $"{value}"
            : string.Join(' ', value.GetType().GetProperties().Select(property => $"{property.Name}={property.GetValue(value)}"));
}

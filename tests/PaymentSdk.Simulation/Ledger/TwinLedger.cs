using System.Collections;
using PaymentSdk.Ledger;
using PaymentSdk.Simulation.Worlds;

namespace PaymentSdk.Simulation.Ledger;

/// <summary>
/// A real ledger that is asked everything that the model is asked, in the same order, and must answer the same: so the model and
/// the real one cannot drift apart.
/// </summary>
internal sealed class TwinLedger(World world, IOrderLedger ledger)
{
    /// <summary>Asks the real ledger, to the end, within the step.</summary>
    public void Compare<T>(string operation, T expected, Func<IOrderLedger, ValueTask<T>> ask)
    {
        // What a database does by itself may go where it likes: nothing of the history runs meanwhile.
        var actual = Task.Run(() => ask(ledger).AsTask()).GetAwaiter().GetResult();
        // Of the beats that are left out only the model knows.
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

    /// <summary>All of it: the records print their ids only.</summary>
    private static string Members(object? value) => value is AttemptSnapshot entry
        ? $"{Members(entry.Purchase)} {Members(entry.Attempt)} {entry.Now:O}"
        : value is null || value.GetType().Namespace != typeof(Attempt).Namespace || value.GetType().IsEnum || value.GetType().IsValueType
            ? $"{value}"
            : string.Join(' ', value.GetType().GetProperties().Select(property => $"{property.Name}={property.GetValue(value)}"));
}

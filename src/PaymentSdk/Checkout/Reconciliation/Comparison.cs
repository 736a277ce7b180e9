using PaymentSdk.Api;
using PaymentSdk.Ledger;

namespace PaymentSdk.Checkout.Reconciliation;

/// <summary>Compares the ledger's movements of a day with the gateway's list. Has no side effects.</summary>
internal static class Comparison
{
    /// <summary>Returns the differences, one per transaction key.</summary>
    /// <param name="day">The day to compare.</param>
    /// <param name="ours">The ledger's movements of the day and around it.</param>
    /// <param name="theirs">The gateway's movements of the day.</param>
    /// <param name="seenBeside">
    /// The transaction keys that the gateway lists on the day or shortly before or after it. The gateway's clock may put a movement on another day.
    /// </param>
    /// <param name="orders">The reasons why the ledger lacks movements, by transaction key.</param>
    /// <param name="settled">Movements of the ledger from this time on are not discrepancies yet, because the gateway's list may lag behind.</param>
    public static List<Difference> Differences(
        DateOnly day,
        IReadOnlyCollection<MoneyMovement> ours,
        IReadOnlyCollection<ProviderTransaction> theirs,
        IReadOnlySet<string> seenBeside,
        IReadOnlyDictionary<string, string> orders,
        DateTimeOffset settled)
    {
        var lines = ours.ToDictionary(line => line.TransactionKey, StringComparer.Ordinal);
        var listed = theirs.Select(movement => movement.Key).ToHashSet(StringComparer.Ordinal);
        var range = TransactionRange.OfDay(day);
        var found = new List<Difference>();
        foreach (var movement in theirs)
        {
            if (!lines.TryGetValue(movement.Key, out var line))
                found.Add(Difference.TheirsOnly(movement, orders.GetValueOrDefault(movement.Key) ?? "The ledger knows neither its order id nor its payment key."));
            else if (line.Amount.Value != movement.Amount || line.Amount.Currency != movement.Currency)
                found.Add(Difference.Of(line, movement));
        }
        found.AddRange(ours
            .Where(line => range.Contains(line.At) && line.At < settled && !listed.Contains(line.TransactionKey) && !seenBeside.Contains(line.TransactionKey))
            .Select(Difference.OursOnly));
        // A row that the gateway lists twice counts as one discrepancy.
        return [.. found.DistinctBy(difference => difference.Key)];
    }

    /// <summary>Returns the sums of both sides, by method and currency.</summary>
    public static List<ReconciliationSum> Sums(IEnumerable<MoneyMovement> ours, IEnumerable<ProviderTransaction> theirs)
    {
        var left = ours.Select(line => (Key: (Method: line.Method ?? ProviderTransaction.NoMethod, line.Amount.Currency), line.Amount.Value, IsOurs: true));
        var right = theirs.Select(movement => (Key: (movement.Method, movement.Currency), Value: movement.Amount, IsOurs: false));
        return [.. left.Concat(right).GroupBy(row => row.Key)
            .Select(rows => new ReconciliationSum
            {
                Method = rows.Key.Method,
                Currency = rows.Key.Currency,
                OurCount = rows.Count(row => row.IsOurs),
                Ours = rows.Where(row => row.IsOurs).Sum(row => row.Value),
                TheirCount = rows.Count(row => !row.IsOurs),
                Theirs = rows.Where(row => !row.IsOurs).Sum(row => row.Value),
            })];
    }

    /// <summary>Adds up the sums of several days.</summary>
    public static IReadOnlyList<ReconciliationSum> Add(IEnumerable<ReconciliationSum> sums) =>
        [.. sums.GroupBy(sum => (sum.Method, sum.Currency))
            .Select(days => new ReconciliationSum
            {
                Method = days.Key.Method,
                Currency = days.Key.Currency,
                OurCount = days.Sum(day => day.OurCount),
                Ours = days.Sum(day => day.Ours),
                TheirCount = days.Sum(day => day.TheirCount),
                Theirs = days.Sum(day => day.Theirs),
            })
            .OrderBy(sum => sum.Currency.Value, StringComparer.Ordinal).ThenBy(sum => sum.Method, StringComparer.Ordinal)];
}

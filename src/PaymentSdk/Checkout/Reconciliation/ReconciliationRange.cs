namespace PaymentSdk;

/// <summary>Days in Asia/Seoul. Like at the API, a bare end date excludes that day.</summary>
public readonly record struct ReconciliationRange
{
    /// <summary>The days from <paramref name="from"/> to the one before <paramref name="until"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no day between them, or there are more than 3660.</exception>
    public ReconciliationRange(DateOnly from, DateOnly until)
    {
        if (until <= from || until.DayNumber - from.DayNumber > MostDays)
            throw new ArgumentOutOfRangeException(nameof(until), until, $"The end excludes its day: it must be after {from:yyyy-MM-dd}, and at most {MostDays} days.");
        (From, Until) = (from, until);
    }

    private const int MostDays = 3660;

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The day after the last one.</summary>
    public DateOnly Until { get; }

    /// <summary>One day.</summary>
    public static ReconciliationRange OfDay(DateOnly day) => new(day, day.AddDays(1));

    /// <summary>Whether a day lies in it.</summary>
    public bool Contains(DateOnly day) => day >= From && day < Until;

    internal IEnumerable<DateOnly> Days()
    {
        for (var day = From; day < Until; day = day.AddDays(1))
            yield return day;
    }
}

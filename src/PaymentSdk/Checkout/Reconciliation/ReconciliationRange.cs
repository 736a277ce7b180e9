namespace PaymentSdk;

/// <summary>A range of days in Asia/Seoul. As in the API, the end date is excluded.</summary>
public readonly record struct ReconciliationRange
{
    /// <summary>Creates a range of the days from <paramref name="from"/> to the day before <paramref name="until"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range contains no day, or more than 3660 days.</exception>
    public ReconciliationRange(DateOnly from, DateOnly until)
    {
        if (until <= from || until.DayNumber - from.DayNumber > MostDays)
            throw new ArgumentOutOfRangeException(nameof(until), until, $"The end date is excluded. It must be after {from:yyyy-MM-dd}, by at most {MostDays} days.");
        (From, Until) = (from, until);
    }

    private const int MostDays = 3660;

    /// <summary>The first day.</summary>
    public DateOnly From { get; }

    /// <summary>The day after the last one.</summary>
    public DateOnly Until { get; }

    /// <summary>Returns a range of one day.</summary>
    public static ReconciliationRange OfDay(DateOnly day) => new(day, day.AddDays(1));

    /// <summary>Returns whether the range contains a day.</summary>
    public bool Contains(DateOnly day) => day >= From && day < Until;

    internal IEnumerable<DateOnly> Days()
    {
        for (var day = From; day < Until; day = day.AddDays(1))
            yield return day;
    }
}

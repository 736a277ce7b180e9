namespace PaymentSdk.Sandbox.Stores;

/// <summary>How long a payment can be canceled, by its method (docs/spec/payment-api.md §4). Cards have no deadline.</summary>
internal static class CancelDeadline
{
    public static bool IsPast(Payment payment, DateTimeOffset now) =>
        payment is { ApprovedAt: { } approved, Choice: { } choice } && Last(choice, approved) is { } last && now >= last;

    private static DateTimeOffset? Last(PaymentChoice choice, DateTimeOffset approved) => choice switch
    {
        PaymentChoice.Transfer or PaymentChoice.ForeignEasyPay => approved.AddDays(180),
        PaymentChoice.VirtualAccount => approved.AddDays(365),
        // Within the calendar month of the phone bill.
        PaymentChoice.MobilePhone => Korea.Midnight(FirstOfMonth(Korea.Day(approved)).AddMonths(1)),
        _ => null,
    };

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}

using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Settlements;

/// <summary>
/// The settlement of one money movement: the transfer of its amount, minus a fee, to the shop. The sandbox chooses the fee (3 % plus VAT) and the day
/// of the transfer (three days later).
/// </summary>
internal sealed record Settlement(MoneyMovement Line)
{
    private const decimal _feeRate = 0.033m;
    private const int _daysUntilPaid = 3;

    public DateOnly SoldDate { get; } = Korea.Day(Line.Execution.At);

    public DateOnly PaidOutDate => SoldDate.AddDays(_daysUntilPaid);

    public decimal Fee { get; } = Math.Round(Line.Amount * _feeRate, Line.Payment.Session.Currency == "USD" ? 2 : 0, MidpointRounding.AwayFromZero);

    public decimal Vat => Line.Payment.Session.Currency == "KRW" ? Math.Round(Fee / 11, MidpointRounding.AwayFromZero) : 0;

    public decimal PayOutAmount => Line.Amount - Fee;

    public override string ToString() => Line.ToString();
}

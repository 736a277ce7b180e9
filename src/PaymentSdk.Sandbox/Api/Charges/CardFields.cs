using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Charges;

/// <summary>Reads the members of a body that describe a card by its number (docs/spec/payment-api.md §2.1, §2.2, §8).</summary>
internal static class CardFields
{
    /// <summary>Returns the card. Throws a <see cref="RefusedException"/> with the code of the first fault.</summary>
    public static CardDetails RequiredCard(this Fields body, bool passwordRequired, DateTimeOffset now)
    {
        var number = body.RequiredText("cardNumber", int.MaxValue);
        var (year, month) = (body.RequiredText("cardExpirationYear", int.MaxValue), body.RequiredText("cardExpirationMonth", int.MaxValue));
        var identity = body.RequiredText("customerIdentityNumber", int.MaxValue);
        var password = passwordRequired ? body.RequiredText("cardPassword", int.MaxValue) : body.Text("cardPassword", int.MaxValue);
        var refusal = number switch
        {
            _ when !IsDigits(number) || number.Length is < 14 or > 20 => "INVALID_CARD_NUMBER",
            _ when !IsValidUntil(year, month, now) => "INVALID_CARD_EXPIRATION",
            _ when !IsDigits(identity) || identity.Length is not (6 or 10) => "INVALID_CARD_IDENTITY",
            _ when identity.Length == 6 && !IsBirthDay(identity) => "INVALID_BIRTH_DAY_FORMAT",
            _ when password is not null && (!IsDigits(password) || password.Length != 2) => "INVALID_CARD_PASSWORD",
            _ => null,
        };
        return refusal is null ? CardDetails.Of(number) : throw new RefusedException(refusal);
    }

    /// <summary>Returns the number of installments: 0, or 2 to 12 months for amounts from 50,000 won.</summary>
    public static int Installments(this Fields body, decimal amount) => (int)(body.Amount("cardInstallmentPlan") ?? 0) switch
    {
        < 0 or 1 or > 12 => throw new RefusedException("INVALID_CARD_INSTALLMENT_PLAN"),
        > 0 when amount < 50_000 => throw new RefusedException("NOT_SUPPORTED_MONTHLY_INSTALLMENT_PLAN"),
        { } months => months,
    };

    private static bool IsValidUntil(string year, string month, DateTimeOffset now)
    {
        if (!IsDigits(year) || year.Length != 2 || !IsDigits(month) || month.Length != 2)
            return false;
        var (y, m, today) = (2000 + Number(year), Number(month), Korea.Day(now));
        return m is >= 1 and <= 12 && (y > today.Year || (y == today.Year && m >= today.Month));
    }

    /// <summary>Returns true for a date in the form YYMMDD, in any century. February 29 is always accepted.</summary>
    private static bool IsBirthDay(string text) =>
        Number(text[2..4]) is >= 1 and <= 12 and var month && Number(text[4..6]) is >= 1 and var day && day <= DateTime.DaysInMonth(2000, month);

    private static bool IsDigits(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static int Number(string digits) => ((digits[0] - '0') * 10) + (digits[1] - '0');
}

using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PaymentSdk.EntityFrameworkCore.Ledger;

/// <summary>
/// Refuses what databases change without a word: SQLite stores half of a surrogate pair as U+FFFD, PostgreSQL rounds an amount
/// to the decimals of its column. U+0000 is refused too: PostgreSQL cannot store it, and SQLite's functions end a text there.
/// </summary>
internal static class StorableValue
{
    /// <exception cref="UnstorableValueException">The value would not come back as it is.</exception>
    public static void Check(IProperty column, object? value)
    {
        var fault = value switch
        {
            string text => Fault(text),
            decimal number when column.GetScale() is { } decimals && decimal.Round(number, decimals) != number => $"it has more than {decimals} decimals",
            _ => null,
        };
        if (fault is not null)
            throw new UnstorableValueException($"{column.DeclaringType.ShortName()}.{column.Name}", fault);
    }

    private static string? Fault(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
            return "its text contains U+0000";
        for (var rest = text; ;)
        {
            var at = rest.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (at < 0)
                return null;
            if (Rune.DecodeFromUtf16(rest[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
                return "its text contains half of a surrogate pair";
            rest = rest[(at + length)..];
        }
    }
}

using System.Globalization;

namespace PaymentSdk.Origins;

/// <summary>Tells names that a person could take for each other: few edits apart, or the same after letters that look alike are made one.</summary>
internal static class LookAlike
{
    public static bool Are(string one, string other)
    {
        var (a, b) = (Plain(one), Plain(other));
        return a == b || Math.Min(a.Length, b.Length) > 4 && Math.Abs(a.Length - b.Length) <= 2 && Edits(a, b) <= 2;
    }

    private static string Plain(string name) => Unicode(name)
        .Replace("rn", "m", StringComparison.Ordinal)
        .Replace("vv", "w", StringComparison.Ordinal)
        .Replace('0', 'o')
        .Replace('1', 'l')
        .Replace('i', 'l')
        .Replace("-", "", StringComparison.Ordinal);

    private static string Unicode(string name)
    {
        try
        {
            return name.Contains("xn--", StringComparison.Ordinal) ? new IdnMapping().GetUnicode(name) : name;
        }
        catch (ArgumentException)
        {
            return name;
        }
    }

    /// <summary>The number of letters to insert, delete or replace.</summary>
    private static int Edits(string a, string b)
    {
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            previous = current;
        }

        return previous[b.Length];
    }
}

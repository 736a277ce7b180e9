using System.Globalization;
using System.Text;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>One reason why a registration cannot be used: the setting, its text, the reason, and what to write instead.</summary>
internal sealed record MerchantOriginProblem(string Setting, string? Text, string Reason, string? Suggestion)
{
    private const int LongestShown = 200;

    public override string ToString()
    {
        var instead = Suggestion is null ? "" : $" Write {Suggestion} instead.";
        return $"{Setting}: '{Shown(Text)}' cannot be registered: {Reason}.{instead}";
    }

    /// <summary>Returns text from outside, shortened and with unprintable characters escaped, so that it cannot break a log line.</summary>
    public static string Shown(string? text)
    {
        var shown = new StringBuilder();
        foreach (var character in text ?? "")
        {
            if (shown.Length >= LongestShown)
                return shown.Append('…').ToString();
            if (character is >= ' ' and <= '~' || char.IsLetterOrDigit(character))
                shown.Append(character);
            else
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return shown.ToString();
    }
}

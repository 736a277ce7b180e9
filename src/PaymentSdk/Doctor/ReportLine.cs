using System.Text;

namespace PaymentSdk.Doctor;

/// <summary>Writes a result on one line: state, name, finding, advice. What it quotes cannot break the line.</summary>
internal static class ReportLine
{
    private const int LongestText = 600;

    public static string Of(PaymentCheckResult result, int nameWidth)
    {
        var state = result.State switch
        {
            PaymentCheckState.Ok => "ok     ",
            PaymentCheckState.Warning => "warning",
            _ => "fault  ",
        };
        var advice = result.Advice is null ? "" : $" -> {Text(result.Advice)}";
        return $"{state}  {Text(result.Name).PadRight(nameWidth)}  {Text(result.Finding)}{advice}";
    }

    private static string Text(string text)
    {
        var line = new StringBuilder();
        foreach (var character in text)
        {
            if (line.Length >= LongestText)
                return line.Append('…').ToString();
            line.Append(char.IsControl(character) || char.IsWhiteSpace(character) ? ' ' : character);
        }

        return line.ToString();
    }
}

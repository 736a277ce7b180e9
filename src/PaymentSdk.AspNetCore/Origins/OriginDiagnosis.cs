using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.AspNetCore;

/// <summary>Why an origin is not let in, in words that an operator can act on: the nearest registered origin, what differs, what to do.</summary>
public sealed record OriginDiagnosis
{
    internal OriginDiagnosis(string presented, Origin? nearest, string explanation, string hint)
    {
        Presented = presented;
        Nearest = nearest;
        Explanation = explanation;
        Hint = hint;
    }

    /// <summary>What was presented, cut to 200 characters, with everything unprintable escaped.</summary>
    public string Presented { get; }

    /// <summary>The registered origin that comes nearest; null when none does.</summary>
    public Origin? Nearest { get; }

    /// <summary>The parts that differ from <see cref="Nearest"/>.</summary>
    public OriginDifference Difference { get; internal init; }

    /// <summary>What is wrong, e.g. <c>registered https://myshop.com, got https://www.myshop.com: host differs.</c></summary>
    public string Explanation { get; }

    /// <summary>What to do about it.</summary>
    public string Hint { get; }

    /// <summary>Compares what a page presented with what is registered. Entries that are no origins, patterns among them, are passed over.</summary>
    public static OriginDiagnosis Of(string? presented, IEnumerable<string> registered)
    {
        ArgumentNullException.ThrowIfNull(registered);
        return new OriginNeighbours(registered).Diagnose(presented ?? "");
    }

    /// <summary><see cref="Explanation"/> and <see cref="Hint"/>.</summary>
    public override string ToString() => $"{Explanation} {Hint}";
}

using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.AspNetCore;

/// <summary>
/// Explains why an origin is not allowed, in words that an operator can act on: the nearest registered origin, the difference, and what to do.
/// </summary>
public sealed record OriginDiagnosis
{
    internal OriginDiagnosis(string presented, Origin? nearest, string explanation, string hint)
    {
        Presented = presented;
        Nearest = nearest;
        Explanation = explanation;
        Hint = hint;
    }

    /// <summary>The origin that was presented, shortened to 200 characters, with unprintable characters escaped.</summary>
    public string Presented { get; }

    /// <summary>The registered origin that is nearest; null if none is near.</summary>
    public Origin? Nearest { get; }

    /// <summary>The parts that differ from <see cref="Nearest"/>.</summary>
    public OriginDifference Difference { get; internal init; }

    /// <summary>The fault, e.g. <c>registered https://myshop.com, got https://www.myshop.com: host differs.</c></summary>
    public string Explanation { get; }

    /// <summary>The advice on how to correct the fault.</summary>
    public string Hint { get; }

    /// <summary>
    /// Compares the origin that a page presented with the registered ones. Entries that are not origins, such as patterns, are ignored.
    /// </summary>
    public static OriginDiagnosis Of(string? presented, IEnumerable<string> registered)
    {
        ArgumentNullException.ThrowIfNull(registered);
        return new OriginNeighbours(registered).Diagnose(presented ?? "");
    }

    /// <summary>Returns <see cref="Explanation"/> and <see cref="Hint"/> as one text.</summary>
    public override string ToString() => $"{Explanation} {Hint}";
}

using System.Globalization;
using System.Text.RegularExpressions;
using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.AspNetCore.Tests.Origins;

/// <summary>The compiled snapshot compared with a slow and simple oracle, on random origins made of parts that are easily confused.</summary>
public sealed class SnapshotPropertyTests
{
    private static readonly string[] Schemes = ["https", "http", "HTTPS", "capacitor", "", "https:"];
    private static readonly string[] Labels = ["a", "b", "www", "shop", "my-shop", "x_y", "com", "example", "1", "", "A", "*", "shop\u200b", "\u212a", "co", "kr"];
    private static readonly string[] Ports = ["", "", "", ":443", ":80", ":8443", ":08443", ":0", ":65536", ":", ":x"];
    private static readonly string[] Tails = ["", "", "", "", "", "/", ".", " ", "?", "#", "@a.shop.com", ",https://a.shop.com"];

    [Theory]
    [InlineData(1)]
    [InlineData(20_260_711)]
    [InlineData(424_242)]
    public void Random_origins_are_decided_as_the_oracle_decides(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var registered = Registered(random);
            var snapshot = MerchantOriginCompiler.Compile(
                registered.Select(text => new MerchantOriginEntry("test", text)),
                new MerchantOriginSwitches { AllowInsecureOrigins = true, AllowSharedSuffixPatterns = true }).ToSnapshot();
            for (var i = 0; i < 200; i++)
            {
                var presented = Presented(random, registered);
                Assert.True(
                    Oracle(registered, presented) == snapshot.Contains(presented),
                    string.Create(CultureInfo.InvariantCulture, $"seed {seed}: '{presented}' against {string.Join(' ', registered)}"));
            }
        }
    }

    private static string[] Registered(Random random)
    {
        List<string> registered = [];
        while (registered.Count < 4)
        {
            var candidate = Make(random);
            var name = random.Next(2) == 0 ? candidate : candidate.Replace("://", "://*.", StringComparison.Ordinal);
            var compiled = MerchantOriginCompiler.Compile(
                [new MerchantOriginEntry("test", name)], new MerchantOriginSwitches { AllowInsecureOrigins = true, AllowSharedSuffixPatterns = true });
            if (compiled.Problems.Count == 0)
                registered.Add(name);
        }

        return [.. registered];
    }

    /// <summary>Returns a random presented origin. In half of the cases it is a registered one, unchanged or with a small change.</summary>
    private static string Presented(Random random, string[] registered)
    {
        if (random.Next(2) == 0)
            return Make(random);
        var near = registered[random.Next(registered.Length)].Replace("*", string.Join('.', Some(random)), StringComparison.Ordinal);
        return random.Next(3) == 0 ? near : near.Insert(random.Next(near.Length + 1), Tails[random.Next(Tails.Length)]);
    }

    private static string Make(Random random) =>
        $"{Schemes[random.Next(Schemes.Length)]}://{string.Join('.', Some(random))}{Ports[random.Next(Ports.Length)]}{Tails[random.Next(Tails.Length)]}";

    private static IEnumerable<string> Some(Random random) =>
        Enumerable.Range(0, random.Next(1, 5)).Select(_ => Labels[random.Next(Labels.Length)]);

    private static bool Oracle(string[] registered, string presented) => presented.Length <= 326 && registered.Any(text =>
        text.Contains('*', StringComparison.Ordinal)
            ? Regex.IsMatch(presented, "^" + Regex.Escape(text).Replace(@"\*", @"[a-z0-9_-]+(\.[a-z0-9_-]+)*", StringComparison.Ordinal) + @"\z", RegexOptions.CultureInvariant)
            : string.Equals(text, presented, StringComparison.Ordinal));
}

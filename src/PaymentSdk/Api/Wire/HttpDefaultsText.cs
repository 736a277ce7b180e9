using PaymentSdk.Configuration;

namespace PaymentSdk.Api.Wire;

/// <summary>The words about HTTP defaults of the host that the payment client does not take.</summary>
internal static class HttpDefaultsText
{
    public static string List(IEnumerable<LeftOutDefault> leftOut) => string.Join("; ", leftOut.Select(one => $"{one.What} (add it with {one.Line})"));

    public static string Undecided(PaymentRegistration registration, string primary) =>
        $"The host gives every HTTP client a primary handler ({primary}), and the payment client takes no defaults, so that it would connect without it. "
        + "Decide in Program.cs, one of the two: "
        + $"{registration.AddedBy}.HttpClient.ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler {{ … }}), to give payments a proxy, a private CA or a test double of their own; or "
        + $"{registration.AddedBy}.IgnoreHttpClientDefaults(), when it is not meant for payments.";
}

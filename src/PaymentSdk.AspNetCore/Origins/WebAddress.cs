using System.Globalization;

namespace PaymentSdk.AspNetCore.Origins;

/// <summary>The parts of an http or https address that make up its origin, in canonical form.</summary>
internal sealed record WebAddress(string Scheme, string Host, int Port)
{
    public bool HasDefaultPort => Port == DefaultPort(Scheme);

    /// <summary>Host and port, without the port if it is the default one.</summary>
    public string Authority => HasDefaultPort ? Host : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    public string Origin => $"{Scheme}://{Authority}";

    public bool IsIpAddress => Host[0] == '[' || Ipv4Reader.EndsInNumber(Host);

    public static int DefaultPort(string scheme) => scheme == "https" ? 443 : 80;
}

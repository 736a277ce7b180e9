using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PaymentSdk.Sandbox.Tests.Window;

/// <summary>A certificate made for one test run; the browser is configured to accept its key and no other.</summary>
internal static class TestCertificate
{
    public static X509Certificate2 For(params string[] names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
            alternatives.AddDnsName(name);
        request.CertificateExtensions.Add(alternatives.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    /// <summary>Returns the value for <c>--ignore-certificate-errors-spki-list</c>.</summary>
    public static string KeyHash(X509Certificate2 certificate) =>
        Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
}

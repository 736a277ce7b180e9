using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Hosting;

namespace PaymentSdk.Sandbox.Tests;

public sealed class TlsTests
{
    [Fact]
    public async Task Gateway_serves_the_names_of_the_real_service_over_TLS()
    {
        using var certificate = SelfSigned("api.tosspayments.com", "js.tosspayments.com");
        await using var shop = await StartAsync(certificate);
        using var client = Client(shop, certificate);

        using var api = await client.GetAsync(new Uri("https://api.tosspayments.com/v1/payments/tgen_1"), TestGateway.Token);
        using var script = await client.GetAsync(new Uri("https://js.tosspayments.com/v2/standard"), TestGateway.Token);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (api.StatusCode, script.StatusCode));
    }

    [Theory]
    [InlineData(SandboxFaultKind.CloseBeforeWork, "IN_PROGRESS")]
    [InlineData(SandboxFaultKind.CloseAfterWork, "DONE")]
    [InlineData(SandboxFaultKind.ResetAfterWork, "DONE")]
    [InlineData(SandboxFaultKind.HalfBody, "DONE")]
    public async Task Broken_connections_break_under_TLS_too(SandboxFaultKind kind, string status)
    {
        using var certificate = SelfSigned("api.tosspayments.com");
        await using var shop = await StartAsync(certificate);
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, kind) { Count = 1 });
        using var client = Client(shop, certificate);
        client.DefaultRequestHeaders.Add("Authorization", $"Basic {TestGateway.Basic($"{TestGateway.SecretKey}:")}");
        var paymentKey = shop.Authenticate();
        var body = new StringContent(
            $$"""{"paymentKey":"{{paymentKey}}","orderId":"{{TestGateway.OrderId}}","amount":15000}""", Encoding.UTF8, "application/json");

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            client.PostAsync(new Uri("https://api.tosspayments.com/v1/payments/confirm"), body, TestGateway.Token));

        Assert.Equal(status, shop.Payment(paymentKey).Status);
    }

    private static Task<TestGateway> StartAsync(X509Certificate2 certificate) => TestGateway.StartAsync(options =>
        options.Kestrel = kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));

    private static HttpClient Client(TestGateway shop, X509Certificate2 certificate)
    {
        var port = shop.Gateway.Addresses.Single(address => address.Scheme == "https").Port;
        return new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, token) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port, token);
                return new NetworkStream(socket, ownsSocket: true);
            },
            SslOptions = { RemoteCertificateValidationCallback = (_, presented, _, _) => presented!.GetCertHashString() == certificate.GetCertHashString() },
        });
    }

    private static X509Certificate2 SelfSigned(params string[] names)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
            alternatives.AddDnsName(name);
        request.CertificateExtensions.Add(alternatives.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}

using System.Diagnostics;
using System.Net.Sockets;

namespace PaymentSdk.Sandbox.Tests;

/// <summary>Faults of the connection itself, observed over raw sockets and through HttpClient (docs/spec/failures.md §3).</summary>
public sealed class WireFaultTests
{
    [Theory]
    [InlineData(SandboxFaultKind.CloseBeforeWork, false, "IN_PROGRESS")]
    [InlineData(SandboxFaultKind.CloseAfterWork, false, "DONE")]
    [InlineData(SandboxFaultKind.ResetAfterWork, true, "DONE")]
    public async Task Connection_ends_without_a_byte(SandboxFaultKind kind, bool reset, string status)
    {
        await using var shop = await TestGateway.StartAsync();
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, kind));
        var paymentKey = shop.Authenticate();

        var ending = await RawClient.ConfirmAsync(shop, paymentKey);

        Assert.Equal(("", reset), (ending.Text, ending.Reset));
        Assert.Equal(status, shop.Payment(paymentKey).Status);
    }

    [Fact]
    public async Task Half_a_body_arrives_under_its_whole_length_and_then_a_FIN()
    {
        await using var shop = await TestGateway.StartAsync();
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.HalfBody));
        var paymentKey = shop.Authenticate();

        var ending = await RawClient.ConfirmAsync(shop, paymentKey);

        Assert.False(ending.Reset);
        Assert.StartsWith("HTTP/1.1 200 OK", ending.Text);
        var announced = int.Parse(ending.Text.Split("Content-Length: ")[1].Split('\r')[0]);
        var arrived = System.Text.Encoding.UTF8.GetByteCount(ending.Text.Split("\r\n\r\n")[1]);
        Assert.InRange(arrived, (announced / 2) - 4, (announced / 2) + 4);
        Assert.Equal("DONE", shop.Payment(paymentKey).Status);
    }

    [Fact]
    public async Task Stalled_body_stops_half_way_for_its_delay()
    {
        await using var shop = await TestGateway.StartAsync();
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, SandboxFaultKind.StallBody) { Delay = TimeSpan.FromSeconds(2) });
        var began = System.Diagnostics.Stopwatch.StartNew();

        var ending = await RawClient.ConfirmAsync(shop, shop.Authenticate());

        Assert.True(began.Elapsed > TimeSpan.FromSeconds(1.9), $"{began.Elapsed}");
        Assert.StartsWith("HTTP/1.1 200 OK", ending.Text);
        Assert.False(ending.Text.EndsWith('}'));
    }

    [Theory]
    [InlineData(SandboxFaultKind.CloseAfterWork, HttpRequestError.ResponseEnded)]
    [InlineData(SandboxFaultKind.ResetAfterWork, HttpRequestError.Unknown)]
    [InlineData(SandboxFaultKind.HalfBody, HttpRequestError.ResponseEnded)]
    public async Task HttpClient_sees_the_same_as_with_real_sockets(SandboxFaultKind kind, HttpRequestError error)
    {
        await using var shop = await TestGateway.StartAsync();
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Confirm, kind) { Count = 1 });
        var paymentKey = shop.Authenticate();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => shop.ConfirmAsync(paymentKey, key: "key-1"));

        Assert.Equal(error, (failure as HttpRequestException)?.HttpRequestError ?? (failure as HttpIOException)?.HttpRequestError);
        Assert.Equal(200, (await shop.ConfirmAsync(paymentKey, key: "key-1")).Status);
        Assert.Equal(["approve"], shop.Operations(paymentKey));
    }

    [Fact]
    public async Task Refused_connections_end_when_the_time_is_over_on_the_same_port_with_the_payments_kept()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();

        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Any, SandboxFaultKind.RefuseConnection) { Delay = TimeSpan.FromSeconds(5) });

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => shop.GetPaymentAsync(paymentKey));
        Assert.Equal(SocketError.ConnectionRefused, (failure.InnerException as SocketException)?.SocketErrorCode);
        Answer? answer = null;
        while (answer is null)
            answer = await TryGetAsync(shop, paymentKey);
        Assert.Equal("DONE", answer["status"]);
    }

    [Fact]
    public async Task A_port_that_is_refused_again_while_it_is_closed_stays_closed_until_the_later_time()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();
        var later = TimeSpan.FromSeconds(2);

        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Any, SandboxFaultKind.RefuseConnection) { Delay = TimeSpan.FromSeconds(1) });
        var closed = Stopwatch.StartNew();
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Any, SandboxFaultKind.RefuseConnection) { Delay = later });

        Answer? answer = null;
        while (answer is null)
            answer = await TryGetAsync(shop, paymentKey);
        Assert.True(closed.Elapsed >= later, $"Reopened after {closed.Elapsed}.");
    }

    [Fact]
    public async Task Refusal_requested_over_HTTP_is_answered_before_the_port_closes()
    {
        await using var shop = await TestGateway.StartAsync();

        var armed = await shop.ControlAsync(HttpMethod.Put, "/sandbox/faults", """[{"kind":"refuse-connection","delay":"00:10:00"}]""");

        Assert.Equal(200, armed.Status);
        await Assert.ThrowsAsync<HttpRequestException>(() => shop.GetPaymentAsync("tgen_none"));
    }

    [Fact]
    public async Task Clearing_the_faults_opens_a_port_before_its_time()
    {
        await using var shop = await TestGateway.StartAsync();
        var paymentKey = await shop.PayAsync();
        for (var round = 0; round < 2; round++)
        {
            await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Any, SandboxFaultKind.RefuseConnection) { Delay = TimeSpan.FromHours(1) });
            await Assert.ThrowsAsync<HttpRequestException>(() => shop.GetPaymentAsync(paymentKey));

            shop.Gateway.ClearFaults();

            Answer? answer = null;
            while (answer is null)
                answer = await TryGetAsync(shop, paymentKey);
            Assert.Equal("DONE", answer["status"]);
        }
    }

    [Fact]
    public async Task Gateway_whose_port_is_closed_can_still_be_stopped()
    {
        var shop = await TestGateway.StartAsync();
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Any, SandboxFaultKind.RefuseConnection) { Delay = TimeSpan.FromHours(1) });

        await shop.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestGateway.Token);
    }

    [Fact]
    public async Task Gateway_with_a_stalled_answer_can_still_be_stopped()
    {
        var shop = await TestGateway.StartAsync();
        await shop.Gateway.ArmAsync(new SandboxFault(SandboxOperation.Get, SandboxFaultKind.StallBody));
        var paymentKey = await shop.PayAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/payments/{paymentKey}");
        request.Headers.Add("Authorization", $"Basic {TestGateway.Basic($"{TestGateway.SecretKey}:")}");
        using var stalled = await shop.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestGateway.Token);

        await shop.Gateway.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestGateway.Token);

        Assert.Equal(System.Net.HttpStatusCode.OK, stalled.StatusCode);
        shop.Http.Dispose();
    }

    private static async Task<Answer?> TryGetAsync(TestGateway shop, string paymentKey)
    {
        try
        {
            return await shop.GetPaymentAsync(paymentKey);
        }
        catch (HttpRequestException)
        {
            await Task.Delay(50, TestGateway.Token);
            return null;
        }
    }
}

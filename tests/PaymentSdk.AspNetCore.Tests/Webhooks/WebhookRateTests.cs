using System.Net;
using PaymentSdk.AspNetCore.Webhooks;

namespace PaymentSdk.AspNetCore.Tests.Webhooks;

/// <summary>The rate limits of senders, on a clock that the test moves.</summary>
public sealed class WebhookRateTests
{
    private static readonly IPAddress Flooding = IPAddress.Parse("203.0.113.7");
    private readonly HandClock _clock = new();

    [Fact]
    public void A_sender_that_floods_is_accepted_again_later_and_no_other_sender_is_affected()
    {
        var rate = new WebhookRate(_clock);
        Assert.Equal(2_000, Admitted(rate, Flooding, 5_000));

        Assert.True(rate.Admits(IPAddress.Parse("203.0.113.8")));
        _clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(150, Admitted(rate, Flooding, 1_000));
    }

    [Fact]
    public void All_senders_together_are_limited_too()
    {
        var rate = new WebhookRate(_clock);

        Assert.Equal(10_000, Enumerable.Range(0, 250).Sum(host => Admitted(rate, new IPAddress([203, 0, 113, (byte)host]), 100)));
    }

    [Fact]
    public void A_network_of_IPv6_is_one_sender_and_a_mapped_address_the_one_it_stands_for()
    {
        var rate = new WebhookRate(_clock);
        Assert.Equal(2_000, Enumerable.Range(0, 300).Sum(host => Admitted(rate, IPAddress.Parse($"2001:db8:0:7::{host:x}"), 10)));
        Assert.True(rate.Admits(IPAddress.Parse("2001:db8:0:8::1")));

        Assert.Equal(2_000, Admitted(rate, Flooding, 1_500) + Admitted(rate, IPAddress.Parse("::ffff:203.0.113.7"), 1_500));
    }

    private static int Admitted(WebhookRate rate, IPAddress sender, int tries) => Enumerable.Range(0, tries).Count(_ => rate.Admits(sender));

    private sealed class HandClock : TimeProvider
    {
        private long _now;

        public void Advance(TimeSpan by) => _now += by.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;
    }
}

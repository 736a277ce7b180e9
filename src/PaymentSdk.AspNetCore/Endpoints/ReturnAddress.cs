using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using PaymentSdk.AspNetCore.Diagnostics;
using PaymentSdk.AspNetCore.Origins;

namespace PaymentSdk.AspNetCore.Endpoints;

/// <summary>
/// The absolute address to which the payment window sends the buyer back. A request that a proxy passed on without host and scheme has an address
/// that no buyer can reach. It is refused, because every payment would expire and no request would show why (docs/spec/origins.md §8). The origin
/// of the page is never used instead, because a page may use a shop on another host.
/// </summary>
internal sealed class ReturnAddress(MerchantOriginStores stores, IHostEnvironment environment, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, RepeatedFinding> _unusable = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _warned = new(StringComparer.Ordinal);

    /// <summary>Returns the address of the <c>MapPayments</c> prefix for a buyer; null if there is no usable one, which is then logged.</summary>
    public string? Find(PaymentCall call)
    {
        if (call.Settings.PublicAddress is { } set)
            return set + call.Path;
        var written = $"{call.Request.Scheme}://{call.Request.Host.ToUriComponent()}";
        var registered = stores.SnapshotOf(call.Merchant);
        if (!WebAddressReader.TryRead(written, out var own, out _)
            || !environment.IsDevelopment() && IsOnHttps(call.Request, own, registered) && !IsUsable(own, registered))
        {
            if (_unusable.GetOrAdd(call.Merchant, static (_, clock) => new RepeatedFinding(clock), time).Count() is > 0 and var count)
                call.Log.PublicAddressUnusable(MerchantOriginProblem.Shown(written), SettingOf(call.Merchant), count);
            return null;
        }

        if (!environment.IsDevelopment())
            WarnOfOtherHost(call, own, registered);
        return own.Origin + PaymentAddress.Base(call) + call.Path;
    }

    /// <summary>Returns the name of the setting for the address, as it is written in configuration.</summary>
    public string SettingOf(string merchant) => $"{stores.Find(merchant)!.SettingsPath}:{nameof(PaymentSdkOptions.PublicAddress)}";

    /// <summary>
    /// Returns true if the calling page is on https, or in an app. A same-origin read sends no origin, so the referrer decides. Without a referrer,
    /// <c>Sec-Fetch-Site</c> decides, because a browser sends it only to https and to its own machine.
    /// </summary>
    private static bool IsOnHttps(HttpRequest request, WebAddress own, MerchantOriginSnapshot registered)
    {
        if (request.Headers.Origin is [{ Length: > 0 } origin])
            return !origin.StartsWith("http://", StringComparison.Ordinal);
        if (request.Headers.Referer is [{ Length: > 0 } page])
            return page.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        return request.Headers.ContainsKey("Sec-Fetch-Site") && !(LoopbackHost.Is(own.Host) && registered.Contains(own.Origin));
    }

    /// <summary>
    /// Returns true for an https address that is public or registered. A registered private one is the address of pages in a private network.
    /// </summary>
    private static bool IsUsable(WebAddress own, MerchantOriginSnapshot registered) =>
        own.Scheme == "https" && (!PrivateHost.Is(own.Host) || registered.Contains(own.Origin));

    private void WarnOfOtherHost(PaymentCall call, WebAddress own, MerchantOriginSnapshot registered)
    {
        if (_warned.ContainsKey(call.Merchant) || IsCovered(own, registered) || !_warned.TryAdd(call.Merchant, true))
            return;
        call.Log.PublicAddressNotRegistered(MerchantOriginProblem.Shown(own.Origin), SettingOf(call.Merchant));
    }

    private static bool IsCovered(WebAddress own, MerchantOriginSnapshot registered) =>
        registered.Contains(own.Origin) || registered.Contains($"https://{own.Host}") || registered.HasHost(own.Host);
}

/// <summary>
/// A problem that every request finds again. It is logged the first time, and then at most once in ten minutes, with the number of requests that
/// found it since it was last logged.
/// </summary>
internal sealed class RepeatedFinding(TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private DateTimeOffset? _told;
    private long _count;

    /// <summary>Counts the problem once more.</summary>
    /// <returns>If the problem is to be logged now, the number of times it was counted since it was last logged; otherwise 0.</returns>
    public long Count()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            _count++;
            if (_told is { } last && now - last < Interval && now >= last)
                return 0;
            _told = now;
            var count = _count;
            _count = 0;
            return count;
        }
    }
}

using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Api.Pipeline;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Payouts;

/// <summary>
/// <c>GET /v2/payouts/{id}</c> returns one payout. <c>GET /v2/payouts</c> lists the payouts between two payout days, both included.
/// </summary>
internal sealed class ReadPayouts(PayoutStore store)
{
    private const int _most = 10_000;

    public ApiAnswer One(ApiRequest request, string id) => PayoutJson.Answer(store.Payout(request.Merchant, id), new Words(request.English));

    public ApiAnswer All(ApiRequest request)
    {
        var (from, to) = (request.Query.Day("payoutDateGte"), request.Query.Day("payoutDateLte"));
        var (status, destination) = (request.Query.Text("status"), request.Query.Text("destination"));
        var words = new Words(request.English);
        Payout[] found = [.. store.Payouts(request.Merchant).Where(payout =>
            (from is null || Day(payout) >= from) && (to is null || Day(payout) <= to)
            && (status is null || payout.Status == status) && (destination is null || payout.Destination == destination))];
        return Page.Of(request, found, _most, payout => payout.Id, payout => PayoutJson.Write(payout, words));
    }

    /// <summary>Returns the day of the payout. An express payout is paid on the day of its request.</summary>
    private static DateOnly Day(Payout payout) => payout.PayoutDate ?? Korea.Day(payout.RequestedAt);
}

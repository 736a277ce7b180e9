using System.Text.RegularExpressions;

namespace CheckoutDemo.Lab;

/// <summary>The last experiments, with the requests that the server received for each. Old experiments are dropped.</summary>
internal sealed partial class LabRuns
{
    private const int MostRuns = 100;
    private const int MostExchanges = 4;

    private readonly Lock _changing = new();
    private readonly Dictionary<string, List<Exchange>> _runs = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>
    /// Returns the id of the experiment that a request belongs to, from the query parameter <c>run</c>; null for any other request.
    /// </summary>
    public static string? IdOf(HttpRequest request) =>
        request.Path.Equals(LabEndpoints.Quote, StringComparison.Ordinal) && request.Query["run"].ToString() is var id && IdFormat().IsMatch(id) ? id : null;

    public void Add(string id, Exchange exchange)
    {
        lock (_changing)
        {
            if (!_runs.TryGetValue(id, out var exchanges))
            {
                _runs.Add(id, exchanges = []);
                _order.Enqueue(id);
                if (_order.Count > MostRuns)
                    _runs.Remove(_order.Dequeue());
            }

            if (exchanges.Count < MostExchanges)
                exchanges.Add(exchange);
        }
    }

    public Exchange[] Of(string id)
    {
        lock (_changing)
            return _runs.TryGetValue(id, out var exchanges) ? [.. exchanges] : [];
    }

    [GeneratedRegex(@"^[a-z0-9]{8,40}\z")]
    private static partial Regex IdFormat();
}

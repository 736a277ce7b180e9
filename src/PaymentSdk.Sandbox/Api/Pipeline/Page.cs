using System.Text.Json.Nodes;
using PaymentSdk.Sandbox.Answers;
using PaymentSdk.Sandbox.Stores;

namespace PaymentSdk.Sandbox.Api.Pipeline;

/// <summary>
/// Reads one page of a list in version 2: <c>limit</c> is its length, and <c>startingAfter</c> is the id of the last item before it.
/// </summary>
internal static class Page
{
    private const int _usual = 10;

    public static ApiAnswer Of<T>(ApiRequest request, IReadOnlyList<T> all, int maxCount, Func<T, string> id, Func<T, JsonObject> write)
    {
        var limit = request.Query.Limit("limit", _usual, maxCount);
        var first = request.Query.Text("startingAfter") is { } after ? IndexOf(all, id, after) + 1 : 0;
        var page = all.Skip(first).Take(limit).ToArray();
        return Envelope.List(page.Select(write), hasNext: first + page.Length < all.Count, page is [.., var last] ? id(last) : null);
    }

    private static int IndexOf<T>(IReadOnlyList<T> all, Func<T, string> id, string after)
    {
        for (var i = 0; i < all.Count; i++)
        {
            if (id(all[i]) == after)
                return i;
        }

        throw new RefusedException("INVALID_PAGING_KEY");
    }
}

using System.Runtime.CompilerServices;
using PaymentSdk.Api.Wire;

namespace PaymentSdk.Api.Payouts;

/// <summary>Reads a v2 list page by page. Each page begins after the last row of the previous page, until the API reports the last page.</summary>
internal static class EntityListing
{
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        ApiSender sender,
        AnswerShape<AnswerPage<T>> shape,
        Func<string?, ApiRequest> request,
        Func<T, string> id,
        string? startingAfter,
        RequestOptions? options,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursors = new PageCursors(request(startingAfter).Operation);
        var after = startingAfter;
        while (true)
        {
            var page = await sender.SendAsync(request(after), shape, options, cancellationToken).ConfigureAwait(false);
            foreach (var row in page.Items)
                yield return row;
            if (!page.HasNext || page.Items.Count == 0)
                yield break;
            after = cursors.Next(page.LastCursor ?? id(page.Items[^1]));
        }
    }
}

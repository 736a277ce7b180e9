using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CheckoutDemo.Catalog;
using PaymentSdk;

namespace CheckoutDemo.Orders;

/// <summary>The order that the page sends: <c>{items: [{sku, quantity}], purchaseId?}</c>. It has no prices, because the server sets them.</summary>
internal sealed record OrderRequest(IReadOnlyList<OrderLine> Lines, PurchaseId? PurchaseId)
{
    private const int MostOfOne = 99;

    public decimal Total => Lines.Sum(line => line.Price);

    /// <summary>Reads a request, or returns its fault as a sentence.</summary>
    public static bool TryRead(JsonElement body, [NotNullWhen(true)] out OrderRequest? request, [NotNullWhen(false)] out string? fault)
    {
        request = null;
        var quantities = new Dictionary<Product, int>();
        fault = body.ValueKind != JsonValueKind.Object ? "The body is not a JSON object."
            : ReadItems(body, quantities) ?? ReadPurchaseId(body, out _);
        if (fault is not null)
            return false;
        _ = ReadPurchaseId(body, out var purchaseId);
        request = new OrderRequest([.. quantities.Select(pair => new OrderLine(pair.Key, pair.Value))], purchaseId);
        return true;
    }

    private static string? ReadItems(JsonElement body, Dictionary<Product, int> quantities)
    {
        if (!body.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array || items.GetArrayLength() == 0)
            return "'items' must be an array of at least one {sku, quantity}.";
        foreach (var item in items.EnumerateArray())
        {
            if (ReadItem(item, quantities) is { } fault)
                return fault;
        }

        return null;
    }

    private static string? ReadItem(JsonElement item, Dictionary<Product, int> quantities)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("sku", out var value) || Text(value) is not { } sku)
            return "Each item must have a 'sku', a string from the catalog.";
        if (Shelf.Find(sku) is not { } product)
            return "A 'sku' is not in the catalog: see GET /api/catalog.";
        if (!item.TryGetProperty("quantity", out var quantity) || quantity.ValueKind != JsonValueKind.Number
            || !quantity.TryGetInt32(out var count) || count is < 1 or > MostOfOne)
            return $"The 'quantity' of {product.Sku} must be a whole number from 1 to {MostOfOne}.";
        // A SKU that occurs twice becomes one line with the sum of the quantities.
        quantities[product] = quantities.GetValueOrDefault(product) + count;
        return quantities[product] > MostOfOne ? $"One order can have at most {MostOfOne} of {product.Sku}." : null;
    }

    private static string? ReadPurchaseId(JsonElement body, out PurchaseId? purchaseId)
    {
        purchaseId = null;
        if (!body.TryGetProperty("purchaseId", out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (!PaymentSdk.PurchaseId.TryParse(Text(value), out var read, out _))
            return "'purchaseId' must be absent or a text of 1 to 64 printable ASCII characters.";
        purchaseId = read;
        return null;
    }

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // The bytes or escapes are not Unicode text.
        }
    }
}

using System.Globalization;

namespace CheckoutDemo.Orders;

/// <summary>The order name that the buyer sees in the window: the first product and the number of others, in the language of the page.</summary>
internal static class OrderName
{
    public static string Of(IReadOnlyList<OrderLine> lines, HttpRequest page)
    {
        var english = page.GetTypedHeaders().AcceptLanguage.FirstOrDefault()?.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;
        var first = english ? lines[0].Product.Names.En : lines[0].Product.Names.Ko;
        var others = (lines.Count - 1).ToString(CultureInfo.InvariantCulture);
        return (lines.Count, english) switch
        {
            (1, _) => first,
            (_, true) => $"{first} and {others} more",
            _ => $"{first} 외 {others}건",
        };
    }
}

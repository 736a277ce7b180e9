using PaymentSdk.Api;

namespace PaymentSdk.AspNetCore.Tests.Values;

/// <summary>Every public value type of the packages, with a valid text and an invalid one.</summary>
public static class ValueSamples
{
    /// <summary>The types of ranges, which consist of two values and have no form as one text.</summary>
    private static readonly Type[] Spans = [typeof(ReconciliationRange), typeof(TransactionRange)];

    public static IReadOnlyList<Type> Types { get; } =
    [
        .. new[] { typeof(OrderId).Assembly, typeof(PaymentEndpointRouteBuilderExtensions).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type.IsValueType && !type.IsEnum && !Spans.Contains(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Names => [.. Types.Select(type => type.Name)];

    public static Type Find(string name) => Types.Single(type => type.Name == name);

    public static string Text(string name) => name switch
    {
        nameof(Money) => "15000.5 USD",
        nameof(Currency) => "USD",
        nameof(Origin) => "https://myshop.com",
        nameof(OrderId) => "order-0001=",
        _ => "AB-12",
    };

    /// <summary>Returns the text that the value writes.</summary>
    public static string Written(string name) => name == nameof(Money) ? "15000.50 USD" : Text(name);

    public static string Wrong(string name) => name is nameof(Money) or nameof(Origin) or nameof(OrderId) ? "a b" : new string('x', 5000);
}

using Microsoft.CodeAnalysis;

namespace PaymentSdk.Structure;

/// <summary>
/// Finds the public types that every shop uses: the entry types (registration, options, handlers, services) and all types that their
/// signatures refer to, directly or indirectly.
/// </summary>
internal static class Reach
{
    /// <summary>The types that lead into another namespace. They are counted, but the types in their signatures are not.</summary>
    private static readonly string[] Entrances = ["IPaymentClient", "IOrderLedger"];

    /// <summary>The name endings of the entry types for registration, settings and handlers.</summary>
    private static readonly string[] Endings = ["Extensions", "Options", "Handler", "Builder", "Attribute"];

    /// <summary>The services that a shop requests or registers, the objects that it creates for them, and the exceptions that it catches.</summary>
    private static readonly string[] Services =
        ["ICheckout", "IOrderEvents", "IPaymentClient", "IRefunds", "ICharges", "IPaymentReviews", "IReconciliation", "IRetention", "IPaymentCheck", "BillingCharge", "KeyInCharge", "PaymentException", "LedgerException"];

    /// <summary>Returns the public entry types and the public types that their signatures refer to, directly or indirectly.</summary>
    public static IReadOnlySet<INamedTypeSymbol> Of(SourceProject project)
    {
        var types = PublicTypes(project.Compilation.Assembly.GlobalNamespace).ToList();
        var reached = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var waiting = new Queue<INamedTypeSymbol>(types.Where(type => Endings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)) || Services.Contains(type.Name)));
        while (waiting.TryDequeue(out var type))
        {
            var top = Outermost(type);
            if (!SymbolEqualityComparer.Default.Equals(top.ContainingAssembly, project.Compilation.Assembly) || !IsPublic(top) || !reached.Add(top))
                continue;
            if (Entrances.Contains(top.Name))
                continue;
            foreach (var next in Signatures(top))
                waiting.Enqueue(next);
        }

        return reached;
    }

    /// <summary>Returns the public types that are not nested in another type.</summary>
    public static IEnumerable<INamedTypeSymbol> PublicTypes(INamespaceSymbol space) =>
        space.GetTypeMembers().Where(IsPublic).Concat(space.GetNamespaceMembers().SelectMany(PublicTypes));

    private static bool IsPublic(INamedTypeSymbol type) => type.DeclaredAccessibility == Accessibility.Public;

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
            type = outer;
        return type.OriginalDefinition;
    }

    private static IEnumerable<INamedTypeSymbol> Signatures(INamedTypeSymbol type)
    {
        var members = type.GetMembers().Where(member => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal);
        var named = members.SelectMany(member => member switch
        {
            IMethodSymbol method => method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).Concat(Constraints(method.TypeParameters)),
            IPropertySymbol property => property.Parameters.Select(parameter => parameter.Type).Append(property.Type),
            IFieldSymbol field => [field.Type],
            IEventSymbol raised => [raised.Type],
            INamedTypeSymbol nested => Signatures(nested),
            _ => Enumerable.Empty<ITypeSymbol>(),
        });
        return named.Concat(type.Interfaces).Concat(Constraints(type.TypeParameters)).Append(type.BaseType).SelectMany(Parts);
    }

    private static IEnumerable<ITypeSymbol> Constraints(IEnumerable<ITypeParameterSymbol> parameters) =>
        parameters.SelectMany(parameter => parameter.ConstraintTypes);

    // For example, Task<IReadOnlyList<Order>> consists of three types.
    private static IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Parts).Append(named),
        _ => [],
    };
}

namespace PaymentSdk.Api.Wire;

/// <summary>Writes the name of a type as it appears in source code.</summary>
internal static class TypeName
{
    public static string Of(object instance)
    {
        var type = instance.GetType();
        return type.DeclaringType is { } outer ? $"{outer.Name}.{type.Name}" : type.Name;
    }
}

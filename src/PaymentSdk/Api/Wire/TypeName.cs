namespace PaymentSdk.Api.Wire;

/// <summary>The name of a type as a program writes it.</summary>
internal static class TypeName
{
    public static string Of(object instance)
    {
        var type = instance.GetType();
        return type.DeclaringType is { } outer ? $"{outer.Name}.{type.Name}" : type.Name;
    }
}

namespace PaymentSdk.Values;

/// <summary>A value of the wire whose set may grow: a struct over the raw text with the known values as static members.</summary>
internal interface IOpenValue<TSelf>
    where TSelf : struct, IOpenValue<TSelf>
{
    string Value { get; }

    static abstract TSelf From(string? text);
}

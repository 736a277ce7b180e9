namespace PaymentSdk.Values;

/// <summary>A value of the wire whose set may grow: a struct over the raw text with the known values as static members.</summary>
internal interface IOpenValue<TSelf> : ITextValue<TSelf>
    where TSelf : struct, IOpenValue<TSelf>
{
    bool ITextValue<TSelf>.IsKeptAsItCame => true;

    Func<string, TSelf> ITextValue<TSelf>.Reader => TSelf.From;

    static abstract TSelf From(string? text);
}

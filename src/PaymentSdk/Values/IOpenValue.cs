namespace PaymentSdk.Values;

/// <summary>
/// A value of the API that may gain new known values. It is a struct that holds the text as received and has the known values as static members.
/// </summary>
internal interface IOpenValue<TSelf> : ITextValue<TSelf>
    where TSelf : struct, IOpenValue<TSelf>
{
    bool ITextValue<TSelf>.IsKeptAsItCame => true;

    Func<string, TSelf> ITextValue<TSelf>.Reader => TSelf.From;

    static abstract TSelf From(string? text);
}

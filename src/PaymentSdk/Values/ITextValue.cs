using System.Globalization;

namespace PaymentSdk.Values;

/// <summary>
/// A value that consists of one text. It is bound from routes, queries and forms, and is written as that text wherever values are converted.
/// </summary>
internal interface ITextValue<TSelf> : IParsable<TSelf>
    where TSelf : struct, IParsable<TSelf>
{
    string Value { get; }

    /// <summary>Whether a text from the API or a store is kept even when it is not valid.</summary>
    bool IsKeptAsItCame => false;

    /// <summary>Returns a function that reads the text of <see cref="Value"/>.</summary>
    Func<string, TSelf> Reader => text => TSelf.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Returns the text of a value.</summary>
    string TextOf(TSelf value) => ((ITextValue<TSelf>)value).Value;
}

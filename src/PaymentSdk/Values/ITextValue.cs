using System.Globalization;

namespace PaymentSdk.Values;

/// <summary>A value that is one text: bound from routes, queries and forms, and written as that text wherever values are converted.</summary>
internal interface ITextValue<TSelf> : IParsable<TSelf>
    where TSelf : struct, IParsable<TSelf>
{
    string Value { get; }

    /// <summary>Whether a text from the API or a store is kept whatever it is.</summary>
    bool IsKeptAsItCame => false;

    /// <summary>Reads what was written by <see cref="Value"/>.</summary>
    Func<string, TSelf> Reader => text => TSelf.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The text of a value.</summary>
    string TextOf(TSelf value) => ((ITextValue<TSelf>)value).Value;
}

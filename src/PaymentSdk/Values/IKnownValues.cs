namespace PaymentSdk.Values;

/// <summary>A converter whose values have words that this version of the SDK knows.</summary>
internal interface IKnownValues
{
    bool IsKnown(string word);
}

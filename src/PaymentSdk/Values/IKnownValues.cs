namespace PaymentSdk.Values;

/// <summary>A converter that can tell which words this version of the SDK knows.</summary>
internal interface IKnownValues
{
    bool IsKnown(string word);
}

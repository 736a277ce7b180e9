namespace PaymentSdk.Values;

/// <summary>A converter that can report whether this version of the SDK knows a word.</summary>
internal interface IKnownValues
{
    bool IsKnown(string word);
}

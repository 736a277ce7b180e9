using System.Text.Json.Serialization.Metadata;

namespace PaymentSdk.Values;

/// <summary>A converter that reads several forms, one of them an object of these members.</summary>
internal interface IHasObjectForm
{
    JsonTypeInfo ObjectForm { get; }
}

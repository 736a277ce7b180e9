using System.Text.Json.Serialization.Metadata;

namespace PaymentSdk.Values;

/// <summary>A converter that reads several forms, one of which is an object with the members of <c>ObjectForm</c>.</summary>
internal interface IHasObjectForm
{
    JsonTypeInfo ObjectForm { get; }
}

using System.ComponentModel;
using System.Globalization;

namespace PaymentSdk.Values;

/// <summary>
/// Converts a value to and from its text for everything that uses type converters: MVC, configuration, and serializers that do not know the
/// attributes of the SDK. The culture does not matter. An empty text is converted to <c>default</c>.
/// </summary>
internal sealed class TextTypeConverter<T> : TypeConverter
    where T : struct, ITextValue<T>
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) =>
        destinationType == typeof(string) || base.CanConvertTo(context, destinationType);

    /// <exception cref="FormatException">The text is not such a value; the message says why.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => value switch
    {
        string { Length: 0 } => default(T),
        string text => T.Parse(text, CultureInfo.InvariantCulture),
        _ => base.ConvertFrom(context, culture, value),
    };

    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        value is T known && destinationType == typeof(string) ? known.Value : base.ConvertTo(context, culture, value, destinationType);
}

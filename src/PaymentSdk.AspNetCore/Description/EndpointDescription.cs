using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace PaymentSdk.AspNetCore.Description;

/// <summary>
/// What the host's OpenAPI document says of one endpoint: metadata, and nothing that routing acts on. There is no <c>Accepts</c>, which would
/// answer another media type with an empty 415 before the endpoint is asked.
/// </summary>
/// <param name="Call">A method with the parameters of the call.</param>
/// <param name="Tag">The group of operations it stands in.</param>
/// <param name="Name">The id of the operation; null for none.</param>
/// <param name="Summary">One line.</param>
/// <param name="Text">What a caller has to know.</param>
/// <param name="Answers">Every status that it answers with.</param>
internal sealed record EndpointDescription(
    Delegate Call,
    string Tag,
    string? Name,
    string Summary,
    string Text,
    params ProducesResponseTypeAttribute[] Answers)
{
    /// <summary>Adds it below whatever the shop says of the endpoint itself.</summary>
    public void AddTo(IEndpointConventionBuilder builder, string merchant, int mapping) => builder.Add(endpoint =>
    {
        var call = Call.Method;
        object[] metadata =
        [
            call,
            .. call.GetParameters().Select(parameter => new DescribedParameter(parameter)),
            .. Answers,
            new TagsAttribute(Tag),
            new EndpointSummaryAttribute(Summary),
            new EndpointDescriptionAttribute(Text),
            .. Names(merchant, mapping),
        ];
        for (var at = 0; at < metadata.Length; at++)
            endpoint.Metadata.Insert(at, metadata[at]);
    });

    /// <summary>The name of an endpoint has to be its own in the whole host, whatever is mapped and how often.</summary>
    private object[] Names(string merchant, int mapping) => Name is null ? [] :
    [
        new EndpointNameMetadata(Name
            + (merchant.Length == 0 ? "" : "_" + string.Concat(merchant.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')))
            + (mapping == 1 ? "" : $"_{mapping}")),
    ];
}

/// <summary>A parameter that is described and not bound.</summary>
internal sealed class DescribedParameter(ParameterInfo parameter) : IParameterBindingMetadata
{
    public string Name => parameter.Name!;

    public bool HasTryParse => false;

    public bool HasBindAsync => false;

    public ParameterInfo ParameterInfo => parameter;

    public bool IsOptional { get; } = new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
}

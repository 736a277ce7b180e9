using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace PaymentSdk.AspNetCore.Description;

/// <summary>
/// The description of one endpoint in the host's OpenAPI document. It is metadata that does not affect routing. It has no <c>Accepts</c>, because
/// with that metadata routing would answer another media type with an empty 415 before the endpoint runs.
/// </summary>
/// <param name="Call">A method whose parameters are those of the call.</param>
/// <param name="Tag">The group of operations in which the endpoint is listed.</param>
/// <param name="Name">The id of the operation; null if it has none.</param>
/// <param name="Summary">The summary, in one line.</param>
/// <param name="Text">What a caller must know.</param>
/// <param name="Answers">Every status that the endpoint answers with.</param>
internal sealed record EndpointDescription(
    Delegate Call,
    string Tag,
    string? Name,
    string Summary,
    string Text,
    params ProducesResponseTypeAttribute[] Answers)
{
    /// <summary>
    /// Inserts the description before the endpoint's own metadata, so that any metadata that the shop sets for the endpoint takes precedence.
    /// </summary>
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

    /// <summary>Returns an endpoint name that is unique in the host, for every registration and every mapping of it.</summary>
    private object[] Names(string merchant, int mapping) => Name is null ? [] :
    [
        new EndpointNameMetadata(Name
            + (merchant.Length == 0 ? "" : "_" + string.Concat(merchant.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')))
            + (mapping == 1 ? "" : $"_{mapping}")),
    ];
}

/// <summary>A parameter that is described but not bound.</summary>
internal sealed class DescribedParameter(ParameterInfo parameter) : IParameterBindingMetadata
{
    public string Name => parameter.Name!;

    public bool HasTryParse => false;

    public bool HasBindAsync => false;

    public ParameterInfo ParameterInfo => parameter;

    public bool IsOptional { get; } = new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
}

using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace PaymentSdk.AspNetCore.Description;

/// <summary>A parameter that is described and not bound.</summary>
internal sealed class DescribedParameter(ParameterInfo parameter) : IParameterBindingMetadata
{
    public string Name => parameter.Name!;

    public bool HasTryParse => false;

    public bool HasBindAsync => false;

    public ParameterInfo ParameterInfo => parameter;

    public bool IsOptional { get; } = new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
}

using Microsoft.Extensions.Hosting;

namespace PaymentSdk.Doctor;

/// <summary>The host that the doctor looks at, for checks to which its services do not tell enough: endpoints, before it is started.</summary>
internal sealed class ExaminedHost
{
    /// <summary>Null until the doctor comes.</summary>
    public IHost? Host { get; set; }
}

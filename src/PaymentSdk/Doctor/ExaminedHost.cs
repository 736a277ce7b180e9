using Microsoft.Extensions.Hosting;

namespace PaymentSdk.Doctor;

/// <summary>The host that the doctor examines, for checks that need more than its services, e.g. its endpoints before it is started.</summary>
internal sealed class ExaminedHost
{
    /// <summary>The host; null until the doctor runs.</summary>
    public IHost? Host { get; set; }
}

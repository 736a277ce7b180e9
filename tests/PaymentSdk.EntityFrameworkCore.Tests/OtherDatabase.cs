using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>The options extension of a database provider that the package does not support.</summary>
internal sealed class OtherDatabase : IDbContextOptionsExtension
{
    public DbContextOptionsExtensionInfo Info => new OtherInfo(this);

    public static void Use(DbContextOptionsBuilder database) =>
        ((IDbContextOptionsBuilderInfrastructure)database).AddOrUpdateExtension(new OtherDatabase());

    public void ApplyServices(IServiceCollection services)
    {
    }

    public void Validate(IDbContextOptions options)
    {
    }

    private sealed class OtherInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => true;

        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => true;
    }
}

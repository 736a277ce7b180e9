using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using PaymentSdk.Api;
using PaymentSdk.Tests.Shared;

namespace PaymentSdk.EntityFrameworkCore.Tests;

/// <summary>A shop's own entities can have value types of PaymentSdk as properties.</summary>
public sealed class PaymentValueTests(PostgresDatabases databases)
{
    private static readonly Type[] Values =
    [
        .. typeof(OrderId).Assembly.GetExportedTypes()
            .Where(type => type is { IsValueType: true, IsEnum: false } && type != typeof(ReconciliationRange) && type != typeof(TransactionRange)),
    ];

    [Fact]
    public async Task Every_value_is_stored_as_its_text_is_found_by_it_and_comes_back()
    {
        using var database = new TemporaryDatabase();
        await CheckAllAsync(options => options.UseSqlite(database.ConnectionString));
    }

    [Fact]
    public async Task On_PostgreSQL_every_value_is_stored_as_its_text_and_comes_back()
    {
        var database = await databases.CreateAsync();
        await CheckAllAsync(options => options.UseNpgsql(database));
    }

    private static async Task CheckAllAsync(Action<DbContextOptionsBuilder<ValueContext>> use)
    {
        var options = new DbContextOptionsBuilder<ValueContext>();
        use(options);
        await using (var context = new ValueContext(options.Options))
            await context.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        foreach (var type in Values)
            await (Task)typeof(PaymentValueTests).GetMethod(nameof(CheckAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [options.Options])!;
    }

    private static async Task CheckAsync<T>(DbContextOptions<ValueContext> options)
        where T : struct
    {
        var text = typeof(T).Name switch { nameof(Money) => "15000 KRW", nameof(Currency) => "USD", _ => "Ab-12=x" };
        var converter = TypeDescriptor.GetConverter(typeof(T));
        var value = (T)converter.ConvertFromInvariantString(text)!;
        await using (var writing = new ValueContext(options))
        {
            writing.AddRange(new Holder<T> { Id = 1, Value = value, Maybe = value }, new Holder<T> { Id = 2 });
            await writing.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var reading = new ValueContext(options);
        var found = await reading.Set<Holder<T>>().SingleAsync(holder => holder.Value.Equals(value) && holder.Maybe != null, TestContext.Current.CancellationToken);
        var empty = await reading.Set<Holder<T>>().SingleAsync(holder => holder.Maybe == null, TestContext.Current.CancellationToken);
        var query = string.Format(CultureInfo.InvariantCulture, "SELECT \"Value\" FROM \"{0}\" WHERE \"Id\" = 1", typeof(T).Name);
        var stored = await reading.Database.SqlQueryRaw<string>(query).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal((value, (T?)value), (found.Value, found.Maybe));
        Assert.Equal(default, empty.Value);
        Assert.Equal(text, Assert.Single(stored));
    }

    private sealed class ValueContext(DbContextOptions<ValueContext> options) : DbContext(options)
    {
        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.AddPaymentValues();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            foreach (var type in Values)
                modelBuilder.Entity(typeof(Holder<>).MakeGenericType(type)).ToTable(type.Name);
        }
    }

    private sealed class Holder<T>
        where T : struct
    {
        public int Id { get; set; }

        public T Value { get; set; }

        public T? Maybe { get; set; }
    }
}

using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using MassTransit;
using TechMarket.Messages;
using TechMarket.Platform.Data;
using TechMarket.Platform.Messaging;

namespace TechMarket.Platform.Tests.Messages;

/// <summary>
/// The wire form of every fact is frozen in <c>facts.approved.txt</c>. A new optional property may be added there; anything else is
/// a new fact with the next version number.
/// </summary>
public sealed class FactSnapshotTests
{
    private static readonly JsonSerializerOptions Indented = new(Json.Options) { WriteIndented = true };

    [Fact]
    public void Every_fact_keeps_its_wire_form()
    {
        var all = new StringBuilder();
        foreach (var fact in FactCatalogue.Facts.OrderBy(FactCatalogue.UrnOf, StringComparer.Ordinal))
            all.Append(FactCatalogue.UrnOf(fact)).Append('\n').Append(JsonSerializer.Serialize(Sample(fact), fact, Indented)).Append("\n\n");
        var approved = Path.Combine(AppContext.BaseDirectory, "Messages", "facts.approved.txt");
        var actual = all.ToString().ReplaceLineEndings("\n");
        if (!File.Exists(approved) || File.ReadAllText(approved) != actual) File.WriteAllText(Path.ChangeExtension(approved, ".received.txt"), actual);
        File.ReadAllText(approved).ShouldBe(actual);
    }

    [Fact]
    public void Every_fact_comes_back_from_the_outbox_unchanged()
    {
        FactCatalogue.Facts.Count.ShouldBeGreaterThan(20);
        foreach (var fact in FactCatalogue.Facts)
        {
            var body = JsonSerializer.Serialize(Sample(fact), fact, Json.Options);
            JsonSerializer.Serialize(JsonSerializer.Deserialize(body, fact, Json.Options), fact, Json.Options).ShouldBe(body);
        }
    }

    [Fact]
    public void Every_fact_is_named_for_its_publisher_and_version()
    {
        foreach (var fact in FactCatalogue.Facts)
        {
            var urn = FactCatalogue.UrnOf(fact);
            urn.ShouldMatch("^(identity|listings|demands|matching|trading|contracts|commissions|payments):[a-z-]+:[0-9]+$");
            fact.GetCustomAttribute<EntityNameAttribute>()!.EntityName.ShouldBe(urn.Replace(':', '.'));
        }
    }

    private static object Sample(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return "text";
        if (type == typeof(Guid)) return Guid.Parse("01890000-0000-7000-8000-000000000001");
        if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
        if (type == typeof(DateOnly)) return new DateOnly(2026, 3, 2);
        if (type == typeof(Money)) return Money.Yuan(110);
        if (type == typeof(decimal)) return 0.25m;
        if (type == typeof(bool)) return true;
        if (type == typeof(int)) return 4;
        if (type == typeof(long)) return 7L;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var item = type.GetGenericArguments()[0];
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            list.Add(Sample(item));
            return list;
        }
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Sample(p.ParameterType))]);
    }
}

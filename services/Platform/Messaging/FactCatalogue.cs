using System.Collections.Frozen;
using System.Reflection;
using MassTransit;
using TechMarket.Messages;

namespace TechMarket.Platform.Messaging;

/// <summary>Every fact by its wire name; the code may move, the name does not.</summary>
public static class FactCatalogue
{
    private static readonly FrozenDictionary<string, Type> ByUrn = typeof(Money).Assembly.GetExportedTypes()
        .Where(t => t.GetCustomAttribute<MessageUrnAttribute>() is not null)
        .ToFrozenDictionary(Named, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> ByType = ByUrn.ToFrozenDictionary(p => p.Value, p => p.Key);

    public static IReadOnlyCollection<Type> Facts => ByUrn.Values;

    public static string UrnOf(Type fact) =>
        ByType.TryGetValue(fact, out var urn) ? urn : throw new InvalidOperationException($"{fact.Name} has no MessageUrn: facts live in Messages.");

    public static Type FactOf(string urn) =>
        ByUrn.TryGetValue(urn, out var fact) ? fact : throw new InvalidOperationException($"No fact is called {urn}.");

    private static string Named(Type fact) => fact.GetCustomAttribute<MessageUrnAttribute>()!.Urn.ToString()["urn:message:".Length..];
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TechMarket.Platform.Ids;

/// <summary>A named identifier of an aggregate: a record struct over one <see cref="Guid"/> with a <c>TryParse</c> for routes.</summary>
/// <remarks>Implement it as <c>readonly record struct XId(Guid Value) : ITypedId&lt;XId&gt;</c>; columns, JSON and OpenAPI follow by themselves.</remarks>
public interface ITypedId
{
    Guid Value { get; }
}

/// <inheritdoc cref="ITypedId"/>
public interface ITypedId<TSelf> : ITypedId
    where TSelf : struct, ITypedId<TSelf>
{
    static abstract TSelf From(Guid value);
}

/// <summary>Stores a typed id as a plain <c>uuid</c>.</summary>
public sealed class TypedIdColumn<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make(value))
    where TId : struct, ITypedId<TId>
{
    // An expression tree cannot call a static interface member itself.
    private static TId Make(Guid value) => TId.From(value);
}

/// <summary>Reads and writes typed ids as plain strings.</summary>
public sealed class TypedIdJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsValueType && typeof(ITypedId).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert))!;

    private sealed class Converter<TId> : JsonConverter<TId>
        where TId : struct, ITypedId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}

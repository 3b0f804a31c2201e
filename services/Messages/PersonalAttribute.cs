namespace TechMarket.Messages;

/// <summary>Says of a text in a fact that it is about a person (个人信息保护法 4): whoever reads the fact for another reason sees it masked.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalAttribute : Attribute;

using System.ComponentModel.DataAnnotations;

namespace TechMarket.Platform.Web;

/// <summary>Every text of a list has a length between the two.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EachAttribute(int minimum, int maximum) : ValidationAttribute("Each entry has {1} to {2} characters.")
{
    public int Minimum { get; } = minimum;

    public int Maximum { get; } = maximum;

    public override bool IsValid(object? value) =>
        value is not IEnumerable<string> list || list.All(text => text is not null && text.Length >= Minimum && text.Length <= Maximum);

    public override string FormatErrorMessage(string name) => $"Each entry of {name} has {Minimum} to {Maximum} characters.";
}

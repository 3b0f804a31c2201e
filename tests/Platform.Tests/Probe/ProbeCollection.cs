namespace TechMarket.Platform.Tests.Probe;

/// <summary>The probe's failures are set for the whole process: its tests take turns.</summary>
[CollectionDefinition("probe")]
public sealed class ProbeCollection;

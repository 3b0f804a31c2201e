using System.Text.Json;
using TechMarket.Matching.Matches;
using TechMarket.Platform.Data;

namespace TechMarket.Matching.Tests.Index;

/// <summary>A process stops and another starts over the same database and snapshot folder.</summary>
public sealed class SnapshotRestartTests : IAsyncLifetime
{
    private readonly MatchingApp app = new();

    private string Snapshot => Path.Combine(app.SnapshotFolder, "index.snapshot");

    public async Task InitializeAsync()
    {
        await app.InitializeAsync();
        for (var i = 0; i < 12; i++) await app.Hear(app.Achievement($"风电叶片无损检测装置{i}型", "风电叶片", $"型号{i}"));
        await app.Hear(app.Demand("求风电叶片无损检测", "风电叶片"));
        await app.Shown();
        await app.Told();
    }

    public Task DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task After_a_restart_the_same_is_found_and_told_of_nothing_again()
    {
        var before = await Everything();
        var told = (await app.Told()).Count;
        await app.Restart();
        File.Exists(Snapshot).ShouldBeTrue();
        (await Everything()).ShouldBe(before);
        (await app.Told()).Count.ShouldBe(told);
        await app.Take(app.Achievement("风电叶片除冰机器人", "除冰机器人"));
        (await app.Find("kind=achievement&q=除冰机器人")).Total.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(40)]
    [InlineData(-3)]
    public async Task A_damaged_snapshot_is_not_used_and_the_same_is_found(int at)
    {
        var before = await Everything();
        await app.End();
        var bytes = await File.ReadAllBytesAsync(Snapshot);
        bytes[at < 0 ? bytes.Length + at : at] ^= 0x20;
        await File.WriteAllBytesAsync(Snapshot, bytes);
        await app.Restart();
        (await Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task A_cut_off_snapshot_is_not_used_and_the_same_is_found()
    {
        var before = await Everything();
        await app.End();
        var bytes = await File.ReadAllBytesAsync(Snapshot);
        await File.WriteAllBytesAsync(Snapshot, bytes[..(bytes.Length / 2)]);
        await app.Restart();
        (await Everything()).ShouldBe(before);
    }

    [Fact]
    public async Task A_snapshot_of_a_longer_history_than_the_table_is_not_used()
    {
        await app.End();
        var other = new MatchingApp();
        await other.InitializeAsync();
        try
        {
            await other.Take(other.Achievement("别处的成果", "别处"));
            await other.End();
            File.Copy(Snapshot, Path.Combine(other.SnapshotFolder, "index.snapshot"), overwrite: true);
            await other.Restart();
            (await other.Titles("kind=achievement")).ShouldBe(["别处的成果"]);
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_match_heard_of_just_before_the_stop_is_told_of_after_the_start()
    {
        var demand = app.Demand("求雷达吸波涂层", "雷达吸波涂层");
        await app.Hear(app.Achievement("雷达吸波涂层喷涂工艺", "雷达吸波涂层"));
        await app.Hear(demand);
        await app.Restart();
        (await app.Told()).Count(f => f.DemandId == demand.DemandId).ShouldBe(1);
    }

    private async Task<string> Everything()
    {
        var lists = new[]
        {
            await app.Find("kind=achievement&size=50"), await app.Find("kind=achievement&q=风电叶片检测"), await app.Find("kind=demand&q=风电"),
        };
        var need = lists[2].Items.ShouldHaveSingleItem();
        var matches = await app.As().GetStringAsync($"/api/matching/demands/{need.Id}/matches");
        JsonSerializer.Deserialize<GetMatches.Response>(matches, Json.Options)!.Items.ShouldNotBeEmpty();
        lists[0].Total.ShouldBe(12);
        return JsonSerializer.Serialize(lists.Select(l => l with { TookMs = 0 }), Json.Options) + matches;
    }
}

using System.Text.Json;
using TechMarket.Matching.Engine;

namespace TechMarket.Matching.Tests.Engine;

public sealed class SnapshotTests
{
    [Fact]
    public void A_loaded_index_answers_as_the_saved_one_and_goes_on_from_there()
    {
        var corpus = new RandomCorpus(11);
        var index = Some.Index([.. Enumerable.Range(1, 300).Select(number => corpus.Document(number, 5))]);
        for (var number = 1; number < 60; number++)
            index.Remove(Some.Id(number));
        var loaded = Load(Save(index));
        loaded.Count.ShouldBe(index.Count);
        for (var i = 0; i < 60; i++)
        {
            var query = new SearchQuery { Text = corpus.Query(), Filter = corpus.Filter(), IncludeRestricted = true };
            var (left, right) = (index.Search(query), loaded.Search(query));
            right.Complete.ShouldBe(left.Complete);
            query = query with { Text = "" };
            (left, right) = (index.Search(query), loaded.Search(query));
            right.Numbers().ShouldBe(left.Numbers());
            right.Facets[Facet.Owner].ShouldBe(left.Facets[Facet.Owner]);
        }
        var kept = index.Search(new SearchQuery { Take = 1, IncludeRestricted = true }).Hits[0].Document;
        var same = loaded.Search(new SearchQuery { Take = 1, IncludeRestricted = true }).Hits[0].Document;
        JsonSerializer.Serialize(same).ShouldBe(JsonSerializer.Serialize(kept));
        loaded.Suggest("光", 20).ShouldBe(index.Suggest("光", 20));
        loaded.Upsert(corpus.Document(1, 5)).ShouldBeFalse();
        loaded.Upsert(corpus.Document(300, 5)).ShouldBeFalse();
        loaded.Upsert(Some.Achievement(300, "新词条目") with { Version = 6 }).ShouldBeTrue();
        loaded.Find("新词条目").ShouldBe([300]);
    }

    [Fact]
    public void Learned_words_survive()
    {
        var loaded = Load(Save(Some.Index(Some.Achievement(1, "显示", "", "量子点背光"))));
        loaded.PlanOf("量子点背光").Units.ShouldHaveSingleItem().Written.Whole.ShouldNotBe(0UL);
        loaded.Find("量子点背光").ShouldBe([1]);
    }

    [Fact]
    public void Any_damaged_byte_and_any_cut_is_refused_and_changes_nothing()
    {
        var saved = Save(Some.Index(Some.Achievement(1, "锂电池", "正文", "电池"), Some.Achievement(2, "水泵")));
        var index = Some.Index(Some.Achievement(9, "原有"));
        for (var at = 0; at < saved.Length; at++)
        {
            var damaged = (byte[])saved.Clone();
            damaged[at] ^= 0x40;
            Should.Throw<SnapshotException>(() => index.LoadSnapshot(new MemoryStream(damaged)), $"byte {at}");
            Should.Throw<SnapshotException>(() => index.LoadSnapshot(new MemoryStream(saved, 0, at)), $"cut at {at}");
        }
        index.Find("原有").ShouldBe([9]);
        index.Count.ShouldBe(1);
        index.LoadSnapshot(new MemoryStream(saved));
        index.Count.ShouldBe(2);
    }

    [Fact]
    public void A_snapshot_of_the_other_kind_or_of_nothing_is_refused()
    {
        var demands = new EmbeddedIndex(DocumentKind.Demand);
        Should.Throw<SnapshotException>(() => demands.LoadSnapshot(new MemoryStream(Save(Some.Index()))));
        Should.Throw<SnapshotException>(() => demands.LoadSnapshot(new MemoryStream()));
        Should.Throw<SnapshotException>(() => demands.LoadSnapshot(new MemoryStream(new byte[1000])));
    }

    [Fact]
    public void A_snapshot_taken_while_documents_come_in_is_one_instant()
    {
        var index = Some.Index();
        var writer = Task.Run(() =>
        {
            for (var number = 1; number <= 2000; number++)
                index.Upsert(Some.Achievement(number, "电池" + number));
        });
        var counts = new List<int>();
        while (!writer.IsCompleted)
        {
            var loaded = Load(Save(index));
            loaded.Search(new SearchQuery { Text = "电池" }).Total.ShouldBe(loaded.Count);
            counts.Add(loaded.Count);
        }
        counts.ShouldBeInOrder();
    }

    private static byte[] Save(EmbeddedIndex index)
    {
        var stream = new MemoryStream();
        index.SaveSnapshot(stream);
        return stream.ToArray();
    }

    private static EmbeddedIndex Load(byte[] saved)
    {
        var index = new EmbeddedIndex(DocumentKind.Achievement);
        index.LoadSnapshot(new MemoryStream(saved));
        return index;
    }
}

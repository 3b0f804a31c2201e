using TechMarket.Demands.Needs;
using TechMarket.Messages;
using TechMarket.Testing;

namespace TechMarket.Demands.Tests.Progress;

public class ProgressTests(DemandsApp app) : IClassFixture<DemandsApp>
{
    [Fact]
    public async Task A_talk_moves_it_its_end_opens_it_and_a_contract_meets_it()
    {
        var need = await app.Opened();
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.Hear(Opened(need.Id, first));
        await app.Hear(Opened(need.Id, second));
        (await app.Page(need.Id)).Status.ShouldBe("NEGOTIATING");
        await app.Hear(Ended(need.Id, first));
        (await app.Page(need.Id)).Status.ShouldBe("NEGOTIATING");
        await app.Hear(Ended(need.Id, second));
        (await app.Page(need.Id)).Status.ShouldBe("OPEN");
        await app.Hear(Effective(need.Id));
        (await app.Page(need.Id)).Status.ShouldBe("CONTRACTED");
        var now = await app.Get(need.Id);
        var solved = await app.As(app.Buyer).Post(DemandsApp.Url(need.Id, "solve"), new SolveDemand.Request(now.Version)).Read<DemandView.Response>();
        solved.State.ShouldBe("SOLVED");
        (await app.Published<DemandStatusChanged>()).Where(f => f.DemandId == need.Id).Select(f => f.Status).ShouldBe(["NEGOTIATING", "OPEN", "CONTRACTED", "SOLVED"]);
        (await app.AuditBreak()).ShouldBeNull();
    }

    [Fact]
    public async Task Every_order_and_every_repetition_leads_to_the_same_place()
    {
        foreach (var order in new[] { "OEC", "OCE", "EOC", "ECO", "COE", "CEO", "OOEECC", "CCEEOO" })
        {
            var need = await app.Opened();
            var negotiation = Guid.CreateVersion7();
            foreach (var fact in order)
            {
                if (fact == 'O') await app.Hear(Opened(need.Id, negotiation));
                if (fact == 'E') await app.Hear(Ended(need.Id, negotiation));
                if (fact == 'C') await app.Hear(Effective(need.Id));
            }
            (await app.Page(need.Id)).Status.ShouldBe("CONTRACTED", order);
        }
        var late = await app.Opened();
        var id = Guid.CreateVersion7();
        await app.Hear(Ended(late.Id, id));
        await app.Hear(Opened(late.Id, id));
        (await app.Page(late.Id)).Status.ShouldBe("OPEN");
    }

    [Fact]
    public async Task The_very_same_message_twice_takes_effect_once()
    {
        var need = await app.Opened();
        var fact = Opened(need.Id, Guid.CreateVersion7());
        var id = await app.Hear(fact);
        var print = await app.Fingerprint();
        await app.Hear(fact, id);
        (await app.Fingerprint()).ShouldBe(print);
    }

    [Fact]
    public async Task A_talk_that_ends_after_the_last_day_lets_it_expire()
    {
        var need = await app.Opened();
        var negotiation = Guid.CreateVersion7();
        await app.Hear(Opened(need.Id, negotiation));
        var start = app.Clock.GetUtcNow();
        try
        {
            app.Clock.Set(new DateTimeOffset(2026, 7, 2, 9, 0, 0, TimeSpan.FromHours(8)));
            await app.RunDueDeadlines();
            (await app.Get(need.Id)).State.ShouldBe("NEGOTIATING");
            await app.Hear(Ended(need.Id, negotiation));
            await app.RunDueDeadlines();
            for (var i = 0; i < 100 && (await app.Get(need.Id)).State != "EXPIRED"; i++) await Task.Delay(20);
            (await app.Get(need.Id)).State.ShouldBe("EXPIRED");
        }
        finally
        {
            app.Clock.Set(start);
        }
    }

    [Fact]
    public async Task Talks_without_a_need_are_not_kept()
    {
        var print = await app.InDb(db => Task.FromResult(db.Negotiations.Count()));
        await app.Hear(Opened(Guid.Empty, Guid.CreateVersion7()) with { DemandId = null });
        (await app.InDb(db => Task.FromResult(db.Negotiations.Count()))).ShouldBe(print);
    }

    NegotiationOpened Opened(Guid demand, Guid negotiation) => new(
        negotiation, "QT-1", Guid.CreateVersion7(), "t", Guid.CreateVersion7(), "卖方", app.Buyer.OrganisationId, "买方", demand, [], app.Clock.GetUtcNow());

    NegotiationEnded Ended(Guid demand, Guid negotiation) => new(
        negotiation, "QT-1", Guid.CreateVersion7(), "t", Guid.CreateVersion7(), app.Buyer.OrganisationId, demand, "WITHDRAWN", null, null, false, null, app.Clock.GetUtcNow());

    ContractEffective Effective(Guid demand) => new(
        Guid.CreateVersion7(), "HT-1", Guid.CreateVersion7(), Guid.CreateVersion7(), "t", "KF01", null, Guid.CreateVersion7(), app.Buyer.OrganisationId, demand, Money.Yuan(1),
        app.Clock.GetUtcNow());
}

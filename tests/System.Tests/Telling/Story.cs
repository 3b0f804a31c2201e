using System.Diagnostics;
using TechMarket.Messages;
using TechMarket.SystemTests.Running;

namespace TechMarket.SystemTests.Telling;

/// <summary>
/// One deal from a draft to a paid-out commission, told by everybody's own client. Every step can be taken again after its answer was
/// lost: it looks whether it took effect, and repeats the very same command if not.
/// </summary>
sealed partial class Story : IAsyncDisposable
{
    public const string University = "示范大学";
    public const string Enterprise = "示范装备制造有限公司";
    public const string OtherEnterprise = "示范新材料有限公司";
    public const string ThirdEnterprise = "示范能源装备有限公司";
    public const string City = "天水市科学技术局";
    public const decimal Price = 800_000m;
    public const decimal NonTechnical = 60_000m;

    private readonly IMarket market;
    private readonly List<Person> people = [];

    private Story(IMarket market) => this.market = market;

    public Person Publisher { get; private set; } = null!;

    public Person Approver { get; private set; } = null!;

    public Person Reviewer { get; private set; } = null!;

    public Person Purchaser { get; private set; } = null!;

    public Person Agency { get; private set; } = null!;

    public Person Individual { get; private set; } = null!;

    public Person FirstRegistrar { get; private set; } = null!;

    public Person SecondRegistrar { get; private set; } = null!;

    public Person Finance { get; private set; } = null!;

    public Person Visitor { get; private set; } = null!;

    /// <summary>Told before every step: a test looks on, or tries what must not be possible yet.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>The steps taken, and how often one had to be repeated.</summary>
    public List<string> Steps { get; } = [];

    public int Repeats { get; private set; }

    public static async Task<Story> Begin(IMarket market)
    {
        var story = new Story(market);
        story.Publisher = await story.Join("publisher", University);
        story.Approver = await story.Join("approver", University);
        story.Reviewer = await story.Join("reviewer", City);
        story.Purchaser = await story.Join("purchaser", Enterprise);
        story.Agency = await story.Join("broker", "示范技术经纪有限公司");
        story.Individual = await story.Join("broker", "王示范");
        story.FirstRegistrar = await story.Join("registrar", City);
        story.SecondRegistrar = await story.Join("registrar", City, 1);
        story.Finance = await story.Join("finance", City);
        story.people.Add(story.Visitor = Person.Visitor(market));
        return story;
    }

    public async Task<Person> Join(string role, string organisation, int nth = 0)
    {
        var person = await Person.SignIn(market, role, organisation, nth);
        people.Add(person);
        return person;
    }

    /// <summary>The whole way; nothing but the answers of earlier steps and ids of its own goes in.</summary>
    public async Task Tell()
    {
        await Publish();
        await PostNeed();
        await AgreeOnMandate();
        await Introduce();
        await Negotiate();
        await PassNotice();
        await SignContract();
        await Register();
        await PayCommission();
    }

    public ValueTask DisposeAsync()
    {
        people.ForEach(p => p.Dispose());
        return ValueTask.CompletedTask;
    }

    /// <summary>Repeats a command until it is known to have taken effect.</summary>
    /// <param name="done">Reads whether it did.</param>
    public async Task Take(string step, Func<Task<bool>> done, Func<Task> act)
    {
        await Announce(step);
        for (var attempt = 1; !await done(); attempt++)
        {
            try
            {
                await act();
                (await done()).ShouldBeTrue($"{step} succeeded and had no effect");
                return;
            }
            catch (LostAnswerException) when (attempt < 60)
            {
                Repeats++;
                await market.Ready();
            }
        }
    }

    public Task MarketIsReady() => market.Ready();

    private async Task Announce(string step)
    {
        Steps.Add(step);
        await Before(step);
    }

    /// <summary>Waits for what another service hears of it.</summary>
    public static async Task<T> Eventually<T>(string what, Func<Task<T?>> read, int seconds = 90)
        where T : struct
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await read() is { } found) return found;
            if (Stopwatch.GetElapsedTime(began) > TimeSpan.FromSeconds(seconds)) throw new TimeoutException($"Not within {seconds} s: {what}.");
            await Task.Delay(100);
        }
    }

    public static Money Yuan(decimal amount) => Money.Yuan(amount);
}

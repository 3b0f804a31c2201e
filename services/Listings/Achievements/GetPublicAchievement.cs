using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TechMarket.Platform.Web;

namespace TechMarket.Listings.Achievements;

/// <summary>Anyone reads a public achievement by its number, its id, or its id at the data source. The bytes are kept per version.</summary>
static class GetPublicAchievement
{
    public static Task<IResult> ByNumber(string number, HttpRequest request, ListingsDb db, PublicPages pages, CancellationToken ct) =>
        Answer(a => a.Number == number, request, db, pages, ct);

    public static Task<IResult> ById(AchievementId id, HttpRequest request, ListingsDb db, PublicPages pages, CancellationToken ct) =>
        Answer(a => a.Id == id, request, db, pages, ct);

    public static Task<IResult> ByExternal(string source, string externalId, HttpRequest request, ListingsDb db, PublicPages pages, CancellationToken ct) =>
        Answer(a => a.Source == source && a.ExternalId == externalId, request, db, pages, ct);

    private static async Task<IResult> Answer(
        Expression<Func<Achievement, bool>> which, HttpRequest request, ListingsDb db, PublicPages pages, CancellationToken ct)
    {
        var found = await db.Achievements.AsNoTracking().Where(which).Where(a => a.Number != null).Select(a => new { a.Id, a.Version }).SingleOrDefaultAsync(ct)
            ?? throw Problems.NotFound.Now();
        return await pages.Answer(request, "achievement:" + found.Id, found.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), async () =>
            await PublicAchievement.Of(await db.Achievements.AsNoTracking().SingleAsync(a => a.Id == found.Id, ct), db, ct));
    }
}

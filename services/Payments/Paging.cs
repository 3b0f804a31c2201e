namespace TechMarket.Payments;

/// <summary>Pages of lists: from 1, up to 100.</summary>
static class Paging
{
    public static (int Page, int Size) Of(int? page, int? size) => (Math.Max(1, page ?? 1), Math.Clamp(size ?? 20, 1, 100));
}

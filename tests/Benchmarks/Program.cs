using TechMarket.Benchmarks.Bidding;
using TechMarket.Benchmarks.Quality;

return args switch
{
    ["quality", .. var rest] => QualityCommand.Run(rest),
    ["bidding", .. var rest] => await BiddingCommand.Run(rest),
    ["bidding-load"] => BidLoad.RunHere(),
    ["bidding-watch"] => await Watchers.RunHere(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage:
          quality [--data <dir>] [--judgments <dir>]
              ranking quality of the search engine beside plain BM25 on the judged sample data
          bidding [--rounds 5] [--seconds 3] [--clients 1,8,32,128] [--observers 5000]
              bids per second through the whole product beside one transaction per bid and pgbench; how soon observers see a bid
        """);
    return 2;
}

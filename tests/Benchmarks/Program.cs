using TechMarket.Benchmarks.Quality;

return args switch
{
    ["quality", .. var rest] => QualityCommand.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage:
          quality [--data <dir>] [--judgments <dir>]
              ranking quality of the search engine beside plain BM25 on the judged sample data
        """);
    return 2;
}

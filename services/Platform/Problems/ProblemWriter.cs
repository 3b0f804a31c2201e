using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace TechMarket.Platform.Problems;

/// <summary>Turns every exception into one problem document; a 500 never shows its message.</summary>
sealed class ProblemWriter(IProblemDetailsService documents, ILogger<ProblemWriter> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var refusal = exception switch
        {
            ProblemException refused => refused,
            DbUpdateConcurrencyException => PlatformProblems.ChangedMeanwhile.Now(),
            // Of two that make the same thing at once the second finds it there; sent again, it gets the answer of the first.
            DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } => PlatformProblems.ChangedMeanwhile.Now(),
            BadHttpRequestException { StatusCode: 413 } => PlatformProblems.TooLarge.Now(),
            BadHttpRequestException { StatusCode: 415 } => PlatformProblems.UnsupportedType.Now(),
            BadHttpRequestException bad => PlatformProblems.Malformed.With(("reason", Reason(bad))),
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => null,
            _ => PlatformProblems.Broken.Now(),
        };
        if (refusal is null) return true;
        if (refusal.Problem.Status >= 500) log.LogError(exception, "Request {Path} failed", httpContext.Request.Path);
        if (httpContext.Response.HasStarted) return false;
        httpContext.Response.StatusCode = refusal.Problem.Status;
        return await documents.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = Document(refusal.Problem, refusal.Facts),
        });
    }

    internal static ProblemDetails Document(Problem problem, IReadOnlyDictionary<string, object?>? facts = null)
    {
        var document = new ProblemDetails { Status = problem.Status, Title = problem.Title, Type = $"/problems/{problem.Code}" };
        document.Extensions["code"] = problem.Code;
        if (facts is { Count: > 0 }) document.Extensions["facts"] = facts;
        return document;
    }

    /// <summary>Gives every problem document its code and trace id, also those the framework starts.</summary>
    internal static void Complete(ProblemDetailsContext context)
    {
        var document = context.ProblemDetails;
        var status = document.Status ?? context.HttpContext.Response.StatusCode;
        if (document is HttpValidationProblemDetails invalid)
        {
            var errors = invalid.Errors.ToDictionary(e => CamelCase(e.Key), e => e.Value, StringComparer.Ordinal);
            invalid.Errors.Clear();
            foreach (var (field, texts) in errors) invalid.Errors[field] = texts;
            Fill(document, PlatformProblems.Invalid);
        }
        else if (!document.Extensions.ContainsKey("code"))
        {
            Fill(document, PlatformProblems.ForStatus(status));
        }
        document.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
        document.Detail = null;
    }

    private static void Fill(ProblemDetails document, Problem problem)
    {
        document.Title = problem.Title;
        document.Type = $"/problems/{problem.Code}";
        document.Extensions["code"] = problem.Code;
    }

    private static string Reason(BadHttpRequestException bad) =>
        bad.InnerException is JsonException json
            ? $"{(json.Path is { Length: > 2 } path ? path[2..] + ": " : "")}{FirstSentence(json.Message)}"
            : bad.Message.StartsWith("Implicit body", StringComparison.Ordinal) ? "A request body is needed." : FirstSentence(bad.Message);

    private static string FirstSentence(string message) => message.Split(" Path: ", 2)[0];

    private static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Select(part => part.Length > 0 ? char.ToLowerInvariant(part[0]) + part[1..] : part));
}

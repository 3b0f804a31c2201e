namespace TechMarket.Platform.Problems;

/// <summary>A refusal a service can give: its stable code, HTTP status and English title (RFC 9457).</summary>
/// <remarks>Codes are for ever, titles are not. Each service lists all of its own in <c>Problems.cs</c>.</remarks>
/// <param name="Code"><c>service/what-is-wrong</c>.</param>
/// <param name="Status">400 malformed, 401/403 who, 404 absent or not yours to see, 409 against the rules or changed meanwhile.</param>
/// <param name="Title">What is wrong and what to correct, one sentence.</param>
public sealed record Problem(string Code, int Status, string Title)
{
    /// <summary>The refusal to throw, with the facts that help to correct it.</summary>
    public ProblemException With(params (string Name, object? Value)[] facts) =>
        new(this, facts.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal));

    /// <summary>The refusal to throw.</summary>
    public ProblemException Now() => With();
}

/// <summary>Thrown to refuse; one handler writes it as <c>application/problem+json</c>.</summary>
public sealed class ProblemException(Problem problem, IReadOnlyDictionary<string, object?> facts) : Exception(problem.Title)
{
    public Problem Problem { get; } = problem;

    public IReadOnlyDictionary<string, object?> Facts { get; } = facts;

    public string Code => Problem.Code;
}

/// <summary>Refusals every service shares.</summary>
public static class PlatformProblems
{
    public static readonly Problem Invalid = new("platform/invalid", 400, "One or more fields are not valid; see errors.");
    public static readonly Problem Malformed = new("platform/malformed", 400, "The request could not be read.");
    public static readonly Problem SignInNeeded = new("platform/sign-in-needed", 401, "Sign in first.");
    public static readonly Problem RoleMissing = new("platform/role-missing", 403, "Your role does not allow this.");
    public static readonly Problem OrganisationNeeded = new("platform/organisation-needed", 403, "Choose the organisation you act for first.");
    public static readonly Problem NotVerified = new("platform/organisation-not-verified", 403, "The bureau has not verified your organisation yet.");
    public static readonly Problem AntiForgery = new("platform/anti-forgery", 403, "The anti-forgery header is missing or out of date; reload the page.");
    public static readonly Problem NotFound = new("platform/not-found", 404, "There is nothing here, or it is not yours to see.");
    public static readonly Problem MethodNotAllowed = new("platform/method-not-allowed", 405, "This address does not answer that method.");
    public static readonly Problem ChangedMeanwhile = new("platform/changed-meanwhile", 409, "Somebody changed this meanwhile; reload and try again.");
    public static readonly Problem TooLarge = new("platform/too-large", 413, "The request is too large.");
    public static readonly Problem UnsupportedType = new("platform/unsupported-media-type", 415, "This content type is not supported.");
    public static readonly Problem TooMany = new("platform/too-many-requests", 429, "Too many requests; wait a moment.");
    public static readonly Problem Broken = new("platform/internal-error", 500, "Something went wrong on our side; quote the trace id.");
    public static readonly Problem PrintingUnavailable = new("platform/printing-unavailable", 503, "PDF printing is not available here; use the browser's own print.");
    public static readonly Problem FileRefused = new("platform/file-refused", 400, "The file is of a kind or size that is not accepted.");

    internal static Problem ForStatus(int status) => status switch
    {
        400 => Malformed,
        401 => SignInNeeded,
        403 => RoleMissing,
        404 => NotFound,
        405 => MethodNotAllowed,
        409 => ChangedMeanwhile,
        413 => TooLarge,
        415 => UnsupportedType,
        429 => TooMany,
        503 => PrintingUnavailable,
        _ => status < 500 ? Malformed : Broken,
    };
}

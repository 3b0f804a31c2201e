using TechMarket.Platform.Problems;

namespace TechMarket.Platform.Imports;

/// <summary>Refusals of uploads and of single rows; every service that imports gives the same ones.</summary>
public static class ImportProblems
{
    public static readonly Problem FileEmpty = new("imports/file-empty", 400, "The file holds no rows.");
    public static readonly Problem FileUnreadable = new("imports/file-unreadable", 400, "The file is neither JSON Lines in UTF-8 nor an Excel workbook.");
    public static readonly Problem TooManyRows = new("imports/too-many-rows", 400, "The file holds too many rows; split it.");
    public static readonly Problem HeaderMissing = new("imports/header-missing", 400, "The first row must hold the template's column names.");
    public static readonly Problem IdTaken = new("imports/id-taken", 409, "Another file was uploaded under this id.");
    public static readonly Problem NotFound = new("imports/not-found", 404, "There is no such import, or it is not yours to see.");
    public static readonly Problem NotAllowed = new("imports/not-allowed", 403, "Only data sources, universities, institutes and enterprises import their own records.");
    public static readonly Problem NotYourSource = new("imports/not-your-source", 403, "This is not your organisation's source code.");
    public static readonly Problem RowNotJson = new("imports/row-not-json", 400, "The row is not a JSON object with the expected fields.");
    public static readonly Problem FieldMissing = new("imports/field-missing", 400, "A required field is missing.");
    public static readonly Problem FieldInvalid = new("imports/field-invalid", 400, "A field cannot be taken as it is.");
}

using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Vendors;

namespace MicroConvQA.Decoding.Declared;

/// <summary>The answer that a declaration says.</summary>
internal static class DeclaredAnswer
{
    public static StubAnswer To(RequestContent request, VendorFormat format)
    {
        foreach (var answer in format.Answers)
            if (Holds(answer, request, format))
                return Of(answer);
        return StubAnswers.NoContent;
    }

    private static bool Holds(AnswerDeclaration answer, RequestContent request, VendorFormat format)
    {
        try
        {
            return answer.Where.Count == 0 || new DeclaredContent(request, format.Encodings).Holds(answer.Where, entry: null);
        }
        catch (UnreadableRequestException)
        {
            // What a body that cannot be read would have been answered, nobody knows; the page must hear something.
            return false;
        }
    }

    private static StubAnswer Of(AnswerDeclaration answer) =>
        answer switch
        {
            { Json: { } json } => StubAnswers.Json(json, answer.Status),
            { Text: { } text } => StubAnswers.Text(text, answer.Status),
            _ => new StubAnswer { Status = answer.Status },
        };
}

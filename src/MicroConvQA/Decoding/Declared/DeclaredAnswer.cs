using MicroConvQA.Decoding.Answers;
using MicroConvQA.Decoding.Content;
using MicroConvQA.Vendors;

namespace MicroConvQA.Decoding.Declared;

/// <summary>The answer that a declaration says.</summary>
internal static class DeclaredAnswer
{
    public static StubAnswer To(RequestContent request, IReadOnlyList<AnswerDeclaration> answers)
    {
        foreach (var answer in answers)
            if (Holds(answer, request))
                return Of(answer);
        return StubAnswers.NoContent;
    }

    private static bool Holds(AnswerDeclaration answer, RequestContent request)
    {
        try
        {
            return answer.Where.Count == 0 || new DeclaredContent(request).Holds(answer.Where, entry: null);
        }
        catch (UnreadableRequestException)
        {
            // What a body that cannot be read would have been answered, nobody knows; the page must hear something.
            return false;
        }
    }

    private static StubAnswer Of(AnswerDeclaration answer) => answer switch
    {
        { Json: { } json } => StubAnswers.Json(json, answer.Status),
        { Text: { } text } => StubAnswers.Text(text, answer.Status),
        _ => new StubAnswer { Status = answer.Status },
    };
}

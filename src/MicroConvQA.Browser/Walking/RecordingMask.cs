using System.Net;
using System.Text;
using MicroConvQA.Browser.Acting;
using MicroConvQA.Recording;
using Newtonsoft.Json;

namespace MicroConvQA.Browser.Walking;

/// <summary>Replaces the values of secrets in all that a recording holds, plain and in the usual encodings.</summary>
internal sealed class RecordingMask(IReadOnlyList<string> secrets)
{
    // The longest first: one secret may be a part of another's encoding.
    private readonly IReadOnlyList<string> _forms = [.. secrets.SelectMany(FormsOf).Distinct().OrderByDescending(form => form.Length)];

    public JourneyRecording Apply(JourneyRecording recording) =>
        _forms.Count == 0
            ? recording
            : recording with
            {
                Requests = [.. recording.Requests.Select(Apply)],
                Visits = [.. recording.Visits.Select(visit => visit with { Url = Apply(visit.Url), Title = Optional(visit.Title) })],
                Stored =
                [
                    .. recording.Stored.Select(look =>
                        look with
                        {
                            Appeared =
                            [
                                .. look.Appeared.Select(stored =>
                                    stored with
                                    {
                                        Name = Apply(stored.Name),
                                        SetByAnswerOf = Optional(stored.SetByAnswerOf),
                                    }
                                ),
                            ],
                        }
                    ),
                ],
                Console = [.. recording.Console.Select(line => line with { Text = Apply(line.Text), Url = Optional(line.Url) })],
                Scripts = [.. recording.Scripts.Select(Apply)],
                BotChecks = recording.BotChecks is { } checks
                    ?
                    [
                        .. checks.Select(check =>
                            check with
                            {
                                Initiator = [.. check.Initiator.Select(frame => frame with { Url = Apply(frame.Url) })],
                            }
                        ),
                    ]
                    : null,
                Steps =
                [
                    .. recording.Steps.Select(step =>
                        step with
                        {
                            Actions = [.. step.Actions.Select(action => action with { Warning = Optional(action.Warning) })],
                        }
                    ),
                ],
                Breakage = recording.Breakage is { } breakage ? breakage with { Reason = Apply(breakage.Reason) } : null,
            };

    private CapturedRequest Apply(CapturedRequest request) =>
        request with
        {
            Url = Apply(request.Url),
            Headers = request.Headers.ToDictionary(header => header.Key, header => Apply(header.Value)),
            Body = Apply(request.Body),
            Remark = Optional(request.Remark),
        };

    public string Apply(string text) =>
        _forms.Aggregate(text, (masked, form) => masked.Replace(form, Variables.Masked, StringComparison.Ordinal));

    private string? Optional(string? text) => text is null ? null : Apply(text);

    /// <summary>Latin-1 keeps every byte as one letter, so that a body stays the same bytes around the secret.</summary>
    private byte[] Apply(byte[] body)
    {
        var text = Encoding.Latin1.GetString(body);
        var masked = _forms.Aggregate(text, (result, form) =>
            result.Replace(AsBytes(form), AsBytes(Variables.Masked), StringComparison.Ordinal)
        );
        return ReferenceEquals(text, masked) ? body : Encoding.Latin1.GetBytes(masked);
    }

    private static string AsBytes(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<string> FormsOf(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return WebUtility.UrlEncode(secret);
        yield return JsonConvert.ToString(secret)[1..^1];
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
    }
}

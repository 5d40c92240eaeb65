using System.Globalization;
using System.Text;

namespace MicroConvQA.DemoShop.Serving;

/// <summary>A one-page PDF with a title and some lines.</summary>
internal sealed record PdfSheet(string Title, IReadOnlyList<string> Lines)
{
    public byte[] ToBytes()
    {
        var text =
            $"BT /F1 22 Tf 72 760 Td ({Escape(Title)}) Tj /F1 12 Tf {string.Concat(Lines.Select(line => $"0 -28 Td ({Escape(line)}) Tj "))}ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        return Encoding.Latin1.GetBytes(Assemble(objects));
    }

    private static string Assemble(string[] objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (index, content) in objects.Index())
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        return file.Append(
                CultureInfo.InvariantCulture,
                $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
            )
            .ToString();
    }

    private static string Escape(string text) => text.Replace(@"\", @"\\").Replace("(", @"\(").Replace(")", @"\)");
}

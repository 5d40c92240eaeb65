using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace MicroConvQA.Decoding.Content;

/// <summary>
/// Text that lz-string has compressed for a URL (<c>compressToEncodedURIComponent</c>): six bits a letter, numbers that name what was
/// written before. Source: github.com/pieroxy/lz-string.
/// </summary>
internal static class LzText
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-$";
    private const int BitsOfLetter = 6;

    private const int NewByte = 0;
    private const int NewCharacter = 1;
    private const int End = 2;

    private static readonly SearchValues<char> s_letters = SearchValues.Create(Alphabet);

    public static bool TryDecode(string text, [NotNullWhen(true)] out string? decoded)
    {
        decoded = null;
        // A query turns the plus signs of the alphabet into spaces.
        var letters = text.Trim().Replace(' ', '+');
        if (letters.Length < 2 || letters.AsSpan().IndexOfAnyExcept(s_letters) >= 0)
            return false;
        decoded = Decode(new BitReader(letters));
        return decoded is not null;
    }

    /// <summary>Null where the bits are none of lz-string's.</summary>
    private static string? Decode(BitReader bits)
    {
        var result = new List<char>();
        // What a number names is a part of the result: where it begins and how long it is. The first three numbers are marks.
        var named = new List<(int Start, int Length)> { default, default, default };
        var width = 2;
        (int Start, int Length)? last = null;
        while (true)
        {
            if (bits.Read(width) is not { } number)
                return null;
            if (number == End)
                return result.Count > 0 ? new string(CollectionsMarshal.AsSpan(result)) : null;
            (int Start, int Length) entry;
            if (number is NewByte or NewCharacter)
            {
                if (bits.Read(number == NewByte ? 8 : 16) is not { } character)
                    return null;
                entry = (result.Count, 1);
                result.Add((char)character);
                named.Add(entry);
            }
            else if (number < named.Count)
                entry = Repeat(named[number].Start, named[number].Length, result);
            else if (number == named.Count && last is { } before)
                entry = Repeat(before.Start, before.Length + 1, result);
            else
                return null;
            // A number also names what came before it with the first letter of what it stands for, which follow each other in the result.
            if (last is { } previous)
                named.Add((previous.Start, previous.Length + 1));
            last = entry;
            width = WidthFor(named.Count);
        }
    }

    private static (int Start, int Length) Repeat(int start, int length, List<char> result)
    {
        if (result.Count + length > DecodingLimits.BodyBytes)
            throw new UnreadableRequestException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A text of it is longer than {DecodingLimits.BodyBytes / 1024 / 1024} MB after decompression, which is more than is read of one request."
                )
            );
        var at = result.Count;
        for (var index = 0; index < length; index++)
            result.Add(result[start + index]);
        return (at, length);
    }

    private static int WidthFor(int names) => int.Log2(names) + 1;

    /// <summary>Reads numbers whose lowest bit stands first, out of letters whose highest bit does.</summary>
    private sealed class BitReader(string letters)
    {
        private int _at;

        /// <summary>Null where the letters end.</summary>
        public int? Read(int width)
        {
            var number = 0;
            for (var bit = 0; bit < width; bit++, _at++)
            {
                if (_at / BitsOfLetter >= letters.Length)
                    return null;
                var letter = Alphabet.IndexOf(letters[_at / BitsOfLetter], StringComparison.Ordinal);
                number |= ((letter >> (BitsOfLetter - 1 - (_at % BitsOfLetter))) & 1) << bit;
            }
            return number;
        }
    }
}

namespace MicroConvQA.Decoding.Aliases;

/// <summary>Names that shops choose themselves, compared by letters and digits only: <c>Order ID</c> is <c>order_id</c>.</summary>
internal static class FreeFormName
{
    public static bool Same(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        int l = 0,
            r = 0;
        while (true)
        {
            while (l < left.Length && !char.IsLetterOrDigit(left[l]))
                l++;
            while (r < right.Length && !char.IsLetterOrDigit(right[r]))
                r++;
            if (l == left.Length || r == right.Length)
                return l == left.Length && r == right.Length;
            if (char.ToLowerInvariant(left[l++]) != char.ToLowerInvariant(right[r++]))
                return false;
        }
    }
}

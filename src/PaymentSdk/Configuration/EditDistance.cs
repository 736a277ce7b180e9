namespace PaymentSdk.Configuration;

/// <summary>
/// The number of edits that turn one name into another, ignoring case. An edit adds, removes or replaces a letter, or swaps two neighbouring
/// letters.
/// </summary>
internal static class EditDistance
{
    public static int Between(string left, string right)
    {
        var distance = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
            distance[row, 0] = row;
        for (var column = 0; column <= right.Length; column++)
            distance[0, column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            for (var column = 1; column <= right.Length; column++)
                distance[row, column] = Cell(distance, left, right, row, column);
        }

        return distance[left.Length, right.Length];
    }

    private static int Cell(int[,] distance, string left, string right, int row, int column)
    {
        var replaced = distance[row - 1, column - 1] + (Same(left[row - 1], right[column - 1]) ? 0 : 1);
        var least = Math.Min(replaced, Math.Min(distance[row - 1, column], distance[row, column - 1]) + 1);
        return row > 1 && column > 1 && Same(left[row - 1], right[column - 2]) && Same(left[row - 2], right[column - 1])
            ? Math.Min(least, distance[row - 2, column - 2] + 1)
            : least;
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}

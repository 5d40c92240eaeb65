using Newtonsoft.Json.Linq;

namespace MicroConvQA.Matching.Conditions;

/// <summary>A number of items, judged as if it were a parameter.</summary>
internal sealed class CountScope(int count) : IParameterScope
{
    public JToken Find(string name) => new JValue(count);

    public IReadOnlyList<IParameterScope> ItemsOf(string name) => [];

    public bool IsSent(string name) => true;

    public JToken? FindAt(string destination, string name) => null;
}

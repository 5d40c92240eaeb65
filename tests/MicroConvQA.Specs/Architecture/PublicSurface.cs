using System.Text;
using Mono.Cecil;

namespace MicroConvQA.Specs.Architecture;

/// <summary>The public surface of an assembly as text: one line a type, one indented line a member, sorted.</summary>
internal static class PublicSurface
{
    public static string Of(ModuleDefinition module)
    {
        var text = new StringBuilder();
        foreach (var type in module.Types.Where(type => type.IsPublic).OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Heading(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Heading(TypeDefinition type) =>
        $"{KindOf(type)} {NameOf(type)}" + (BasesOf(type) is { Length: > 0 } bases ? $" : {bases}" : "");

    private static string KindOf(TypeDefinition type) =>
        type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            _ when IsRecord(type) => type.IsSealed ? "sealed record" : "record",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };

    private static bool IsRecord(TypeDefinition type) => type.Methods.Any(method => method.Name == "<Clone>$");

    private static string BasesOf(TypeDefinition type) =>
        string.Join(
            ", ",
            type.Interfaces.Select(implemented => implemented.InterfaceType)
                .Prepend(type.BaseType)
                .Where(used => used is not null && used.Namespace.StartsWith("MicroConvQA", StringComparison.Ordinal))
                .Select(NameOf)
        );

    private static IEnumerable<string> Members(TypeDefinition type)
    {
        if (type.IsEnum)
        {
            return type.Fields.Where(field => field.IsStatic).Select(field => $"{field.Name} = {field.Constant}");
        }

        var fields = type.Fields.Where(field => field.IsPublic).Select(field => $"{NameOf(field.FieldType)} {field.Name}");
        var properties = type
            .Properties.Where(IsPublic)
            .Select(property => $"{NameOf(property.PropertyType)} {property.Name} {{ {Accessors(property)} }}");
        var methods = type
            .Methods.Where(method => IsOurs(type, method))
            .Select(method =>
                (method.IsStatic ? "static " : "")
                + (method.IsConstructor ? "new" : $"{NameOf(method.ReturnType)} {method.Name}")
                + $"({string.Join(", ", method.Parameters.Select(parameter => $"{NameOf(parameter.ParameterType)} {parameter.Name}"))})"
            );
        return fields.Concat(properties).Concat(methods);
    }

    private static bool IsPublic(PropertyDefinition property) =>
        property.Name != "EqualityContract" && (property.GetMethod?.IsPublic == true || property.SetMethod?.IsPublic == true);

    private static string Accessors(PropertyDefinition property) =>
        string.Join(
            " ",
            new[]
            {
                property.GetMethod?.IsPublic == true ? "get;" : null,
                property.SetMethod?.IsPublic != true ? null
                : property.SetMethod.ReturnType is RequiredModifierType ? "init;"
                : "set;",
            }.OfType<string>()
        );

    private static bool IsOurs(TypeDefinition type, MethodDefinition method) =>
        method.IsPublic
        && !method.IsGetter
        && !method.IsSetter
        && !method.Name.Contains('<', StringComparison.Ordinal)
        && !(IsRecord(type) && method.Name is "Equals" or "GetHashCode" or "ToString" or "op_Equality" or "op_Inequality" or "Deconstruct")
        && method.Name is not "ToString";

    private static string NameOf(TypeReference type) =>
        type switch
        {
            RequiredModifierType modified => NameOf(modified.ElementType),
            ArrayType array => NameOf(array.ElementType) + "[]",
            ByReferenceType reference => "ref " + NameOf(reference.ElementType),
            GenericInstanceType { ElementType.FullName: "System.Nullable`1" } nullable => NameOf(nullable.GenericArguments[0]) + "?",
            GenericInstanceType generic =>
                $"{generic.ElementType.Name.Split('`')[0]}<{string.Join(", ", generic.GenericArguments.Select(NameOf))}>",
            _ => type.Namespace.StartsWith("MicroConvQA", StringComparison.Ordinal) ? type.FullName : type.Name,
        };
}

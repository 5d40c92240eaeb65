using Mono.Cecil;
using Mono.Cecil.Cil;

namespace MicroConvQA.Specs.Architecture;

/// <summary>Which types a compiled type uses: in its signatures, its fields and its method bodies.</summary>
internal static class TypeUses
{
    public static IEnumerable<TypeReference> Of(TypeDefinition type) =>
        Signature(type)
            .Concat(type.Fields.Select(field => field.FieldType))
            .Concat(type.Methods.SelectMany(Of))
            .Concat(type.NestedTypes.SelectMany(Of))
            .OfType<TypeReference>()
            .SelectMany(WithArguments);

    private static IEnumerable<TypeReference?> Signature(TypeDefinition type) =>
        type.Interfaces.Select(implemented => implemented.InterfaceType).Prepend(type.BaseType);

    private static IEnumerable<TypeReference?> Of(MethodDefinition method) =>
        method
            .Parameters.Select(parameter => parameter.ParameterType)
            .Append(method.ReturnType)
            .Concat(method.HasBody ? OfBody(method.Body) : []);

    private static IEnumerable<TypeReference?> OfBody(MethodBody body) =>
        body
            .Variables.Select(variable => variable.VariableType)
            .Concat(body.Instructions.SelectMany(instruction => OfOperand(instruction.Operand)));

    private static IEnumerable<TypeReference?> OfOperand(object? operand) =>
        operand switch
        {
            TypeReference type => [type],
            GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
            MethodReference method => [method.DeclaringType, method.ReturnType],
            FieldReference field => [field.DeclaringType, field.FieldType],
            _ => [],
        };

    private static IEnumerable<TypeReference> WithArguments(TypeReference type) =>
        type switch
        {
            GenericInstanceType generic => generic.GenericArguments.SelectMany(WithArguments).Prepend(generic.ElementType),
            TypeSpecification specification => WithArguments(specification.ElementType),
            _ => [type],
        };
}

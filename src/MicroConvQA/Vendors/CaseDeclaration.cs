namespace MicroConvQA.Vendors;

/// <summary>What is otherwise where some conditions hold.</summary>
internal sealed record CaseDeclaration(IReadOnlyList<PlaceCondition> Where, HitDeclaration Hit);

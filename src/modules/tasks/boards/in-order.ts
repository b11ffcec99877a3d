/** The ids with `id` right after `afterId`, first for null. @returns undefined when `afterId` is none of them, or `id` itself */
export function inOrder(ids: readonly string[], id: string, afterId: string | null): string[] | undefined {
  const others = ids.filter((other) => other !== id);
  const index = afterId === null ? 0 : others.indexOf(afterId) + 1;
  if (afterId !== null && index === 0) return undefined;
  return others.toSpliced(index, 0, id);
}

import { type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';

/** The names, without aliases and each once, of the fields that a valid operation asks of the root type. */
export function rootFieldsOf(operation: OperationDefinitionNode, document: DocumentNode): string[] {
  return [...new Set(namesIn(operation.selectionSet, document))];
}

function namesIn({ selections }: SelectionSetNode, document: DocumentNode): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragmentOf(selection.name.value, document);
    return fragment === undefined ? [] : namesIn(fragment.selectionSet, document);
  });
}

const fragmentOf = (name: string, document: DocumentNode) =>
  document.definitions.find((node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === name) as
    { readonly selectionSet: SelectionSetNode } | undefined;

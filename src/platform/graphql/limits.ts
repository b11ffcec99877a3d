import { ApolloArmor } from '@escape.tech/graphql-armor';
import { type ValidationContext, type ValidationRule } from 'graphql';
import { type GraphqlLimit, limitError } from '../../common/graphql/limit-error.js';

/**
 * What one document may ask for. Every example of docs/api.md, the introspection of Apollo Sandbox and a page of 100
 * with all its fields stay below; a test proves it.
 */
export const LIMITS = { depth: 8, aliases: 10, directives: 10, cost: 10_000, tokens: 1_000 } as const;

/** Armor's own errors say "Syntax Error"; the client gets ours, with the name of the limit. */
const refuse = (limit: GraphqlLimit, sentence: string) => ({
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null) => {
      context?.reportError(limitError(limit, sentence));
    },
  ],
});

const armor = new ApolloArmor({
  maxDepth: { n: LIMITS.depth, ...refuse('DEPTH', `Fields and fragments may be nested ${LIMITS.depth} deep.`) },
  maxAliases: {
    n: LIMITS.aliases,
    allowList: [],
    ...refuse('ALIASES', `A document may hold ${LIMITS.aliases} aliases.`),
  },
  maxDirectives: {
    n: LIMITS.directives,
    ...refuse('DIRECTIVES', `A document may hold ${LIMITS.directives} directives.`),
  },
  // About the values that the answer can hold: each field once, times the length of the page that it is on. A length
  // in a variable is not seen here; such pages are bounded by the number of aliases.
  costLimit: {
    maxCost: LIMITS.cost,
    depthCostFactor: 1,
    flattenFragments: true,
    ...refuse('COST', 'The document asks for too much at once: ask for fewer fields or shorter pages.'),
  },
  // The parser counts tokens itself (parseLimits), and formatGraphqlError takes suggestions out.
  maxTokens: { enabled: false },
  blockFieldSuggestion: { enabled: false },
});

/** For Apollo and for graphql-ws alike: a limit that holds on one way only is none. */
export const limitRules: readonly ValidationRule[] = armor.protect().validationRules;
export const parseLimits = { maxTokens: LIMITS.tokens } as const;

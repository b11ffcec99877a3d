import { registerHooks } from 'node:module';

/** The program's own modules name each other as they will be called once compiled. */
registerHooks({
  resolve: (specifier, context, next) => {
    const own = specifier.startsWith('.') && context.parentURL?.includes('/src/') === true;
    return next(own ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});

/** What the program says of an environment. */
export const { readEnvironment, readMigrationEnvironment, environmentSchema } = await import('../../src/config/env.ts');

/**
 * The role that the API and the worker sign in as, made by who owns the tables: it owns nothing, adds to the audit but
 * changes nothing in it, and runs no migration. To be run after each migration; it changes nothing the second time.
 * Where `rds_iam` exists the role signs in with tokens of AWS; elsewhere somebody gives it a password.
 * @param name checked by the environment's schema: a name of letters, digits and underscores
 */
export const appRoleStatements = (name: string): string => `
  DO $$
  BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${name}') THEN
      CREATE ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT;
    END IF;
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'rds_iam') THEN
      GRANT rds_iam TO ${name} WITH INHERIT TRUE;
    END IF;
  END $$;
  GRANT USAGE ON SCHEMA public TO ${name};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name};
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${name};
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${name};
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO ${name};
  REVOKE ALL ON audit_events, audit_head FROM ${name};
  GRANT SELECT, INSERT ON audit_events TO ${name};
  GRANT SELECT, UPDATE ON audit_head TO ${name};
  REVOKE INSERT, UPDATE, DELETE ON migrations FROM ${name};`;

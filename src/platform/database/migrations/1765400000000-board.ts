import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What is in a column has a position there, what is archived or in the trash has none. Checklists are a part of their card,
 * so that a version of a card is one row. Unique keys of positions are checked at the end of a statement: renumbering is one.
 */
const board = `
  CREATE TABLE boards (
    id uuid PRIMARY KEY,
    name text NOT NULL CONSTRAINT boards_name_key UNIQUE,
    system text CONSTRAINT boards_system_key UNIQUE CONSTRAINT boards_system_check CHECK (system IN ('REVIEWS')),
    position integer NOT NULL CONSTRAINT boards_position_key UNIQUE DEFERRABLE INITIALLY IMMEDIATE,
    sequence integer NOT NULL DEFAULT 0,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    archived_at timestamptz
  );
  CREATE TABLE board_columns (
    id uuid PRIMARY KEY,
    board_id uuid NOT NULL CONSTRAINT board_columns_board_id_fkey REFERENCES boards (id) ON DELETE CASCADE,
    name text NOT NULL,
    role text CONSTRAINT board_columns_role_check CHECK (role IN ('WAITING','IN_REVIEW','DONE')),
    position integer NOT NULL,
    wip_limit integer CONSTRAINT board_columns_wip_limit_check CHECK (wip_limit > 0),
    wip_mode text NOT NULL DEFAULT 'WARN' CONSTRAINT board_columns_wip_mode_check CHECK (wip_mode IN ('WARN','BLOCK')),
    archived_at timestamptz,
    CONSTRAINT board_columns_position_key UNIQUE (board_id, position) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT board_columns_role_key UNIQUE (board_id, role)
  );
  CREATE TABLE board_labels (
    id uuid PRIMARY KEY,
    board_id uuid NOT NULL CONSTRAINT board_labels_board_id_fkey REFERENCES boards (id) ON DELETE CASCADE,
    name text NOT NULL,
    colour text NOT NULL,
    CONSTRAINT board_labels_name_key UNIQUE (board_id, name)
  );
  CREATE TABLE cards (
    id uuid PRIMARY KEY,
    board_id uuid NOT NULL CONSTRAINT cards_board_id_fkey REFERENCES boards (id) ON DELETE CASCADE,
    column_id uuid NOT NULL CONSTRAINT cards_column_id_fkey REFERENCES board_columns (id) ON DELETE CASCADE,
    position bigint,
    version integer NOT NULL DEFAULT 1,
    title text NOT NULL,
    description text NOT NULL DEFAULT '',
    label_ids uuid[] NOT NULL DEFAULT '{}',
    assignee_ids uuid[] NOT NULL DEFAULT '{}',
    due_at timestamptz,
    checklists jsonb NOT NULL DEFAULT '[]',
    comment_count integer NOT NULL DEFAULT 0,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    changed_at timestamptz NOT NULL DEFAULT now(),
    entered_at timestamptz NOT NULL DEFAULT now(),
    archived_at timestamptz,
    trashed_at timestamptz,
    CONSTRAINT cards_position_key UNIQUE (column_id, position) DEFERRABLE INITIALLY IMMEDIATE,
    CONSTRAINT cards_whereabouts_check CHECK (num_nonnulls(position, archived_at, trashed_at) = 1)
  );
  CREATE INDEX cards_board ON cards (board_id, id);
  CREATE INDEX cards_trashed ON cards (trashed_at) WHERE trashed_at IS NOT NULL;
  CREATE TABLE card_comments (
    id uuid PRIMARY KEY,
    card_id uuid NOT NULL CONSTRAINT card_comments_card_id_fkey REFERENCES cards (id) ON DELETE CASCADE,
    author_id uuid NOT NULL CONSTRAINT card_comments_author_id_fkey REFERENCES users (id),
    body text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    edited_at timestamptz
  );
  CREATE INDEX card_comments_card ON card_comments (card_id, id);
  CREATE TABLE card_changes (
    id uuid PRIMARY KEY,
    card_id uuid NOT NULL CONSTRAINT card_changes_card_id_fkey REFERENCES cards (id) ON DELETE CASCADE,
    version integer NOT NULL,
    kind text NOT NULL,
    actor_id uuid,
    before jsonb,
    undoes uuid,
    undone boolean NOT NULL DEFAULT false,
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT card_changes_version_key UNIQUE (card_id, version)
  );
  CREATE INDEX card_changes_at ON card_changes (at);`;

/**
 * Of a validation a review keeps the id, and never whose it was. When the validation is forgotten it gets another id, and the
 * database lets go of it here by itself.
 */
const reviews = `
  CREATE TABLE card_reviews (
    card_id uuid PRIMARY KEY CONSTRAINT card_reviews_card_id_fkey REFERENCES cards (id) ON DELETE CASCADE,
    cause text NOT NULL CONSTRAINT card_reviews_cause_check
      CHECK (cause IN ('INCONCLUSIVE','AWAITS_CONFIRMATION','FAILED','BY_OPERATOR','REPEATED_FAILURES')),
    attempt_id uuid CONSTRAINT card_reviews_attempt_id_fkey REFERENCES validation_attempts (id)
      ON UPDATE SET NULL ON DELETE SET NULL,
    checkpoint_id uuid NOT NULL CONSTRAINT card_reviews_checkpoint_id_fkey REFERENCES checkpoints (id),
    opened_by uuid NOT NULL,
    reason text NOT NULL,
    ended_at timestamptz NOT NULL,
    decision text CONSTRAINT card_reviews_decision_check CHECK (decision IN ('ACCEPT','ASK_AGAIN','REJECT','NOTED')),
    decision_reason text,
    decided_by uuid CONSTRAINT card_reviews_decided_by_fkey REFERENCES users (id),
    decided_at timestamptz,
    CONSTRAINT card_reviews_attempt_key UNIQUE (attempt_id, cause),
    CONSTRAINT card_reviews_decided_check CHECK (num_nulls(decision, decision_reason, decided_by, decided_at) IN (0, 4))
  );
  CREATE INDEX card_reviews_ended ON card_reviews (ended_at);
  CREATE INDEX card_reviews_repeated ON card_reviews (opened_by, ended_at) WHERE cause = 'REPEATED_FAILURES';
  INSERT INTO boards (id, name, system, position) VALUES (gen_random_uuid(), 'Reviews', 'REVIEWS', 1);
  INSERT INTO board_columns (id, board_id, name, role, position)
    SELECT gen_random_uuid(), boards.id, role.name, role.code, role.position
    FROM boards, (VALUES ('Waiting', 'WAITING', 1), ('In review', 'IN_REVIEW', 2), ('Done', 'DONE', 3))
      AS role (name, code, position);`;

/**
 * What happened on a board, in the order of the commits: whoever changes something of it holds the board's row from here to the
 * commit, so a number that can be read has all the smaller ones before it. Nobody who writes can forget it.
 */
const changes = `
  CREATE TABLE board_changes (
    board_id uuid NOT NULL CONSTRAINT board_changes_board_id_fkey REFERENCES boards (id) ON DELETE CASCADE,
    sequence integer NOT NULL,
    kind text NOT NULL CONSTRAINT board_changes_kind_check CHECK (kind IN ('BOARD','COLUMN','LABEL','CARD')),
    about_id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT board_changes_pkey PRIMARY KEY (board_id, sequence)
  );
  CREATE INDEX board_changes_at ON board_changes (at);
  CREATE FUNCTION note_board_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    WITH numbered AS (
      SELECT board_id, id, row_number() OVER (PARTITION BY board_id ORDER BY id) AS number,
        count(*) OVER (PARTITION BY board_id) AS total FROM touched
    ), moved AS (
      UPDATE boards SET sequence = sequence + many.total
      FROM (SELECT DISTINCT board_id, total FROM numbered) AS many WHERE boards.id = many.board_id
      RETURNING boards.id, boards.sequence - many.total AS base
    )
    INSERT INTO board_changes (board_id, sequence, kind, about_id)
    SELECT moved.id, moved.base + numbered.number, TG_ARGV[0], numbered.id
    FROM numbered JOIN moved ON moved.id = numbered.board_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER boards_announce AFTER UPDATE OF sequence ON boards
    FOR EACH ROW WHEN (OLD.sequence IS DISTINCT FROM NEW.sequence) EXECUTE FUNCTION announce_state('board');`;

const NOTED = { cards: 'CARD', board_columns: 'COLUMN', board_labels: 'LABEL' } as const;

const noting = Object.entries(NOTED)
  .map(
    ([table, kind]) => `
  CREATE TRIGGER ${table}_note_insert AFTER INSERT ON ${table} REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION note_board_change('${kind}');
  CREATE TRIGGER ${table}_note_update AFTER UPDATE ON ${table} REFERENCING NEW TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION note_board_change('${kind}');
  CREATE TRIGGER ${table}_note_delete AFTER DELETE ON ${table} REFERENCING OLD TABLE AS touched
    FOR EACH STATEMENT EXECUTE FUNCTION note_board_change('${kind}');`,
  )
  .join('');

/**
 * Validations know nothing of the board: their rows announce their end by an entry in the outbox, in the transaction that ends
 * them. Whoever is accepted by a face needs nobody's look; nor does who was not there in time.
 */
const announcement = `
  CREATE FUNCTION announce_end_of_validation() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    INSERT INTO outbox (id, queue, name, payload, correlation_id)
    VALUES (gen_random_uuid(), 'tasks', 'tasks.review', json_build_object('attemptId', NEW.id), NEW.correlation_id);
    RETURN NULL;
  END $$;
  CREATE TRIGGER validation_attempts_ended AFTER INSERT OR UPDATE OF state ON validation_attempts
    FOR EACH ROW WHEN (NEW.state IN ('REJECTED','INCONCLUSIVE','FAILED')
      OR (NEW.state = 'ACCEPTED' AND NEW.method IN ('QR_PIN_OPERATOR','FACE_AND_OPERATOR')))
    EXECUTE FUNCTION announce_end_of_validation();
  CREATE INDEX validation_attempts_failed ON validation_attempts (opened_by, finished_at)
    WHERE state IN ('REJECTED','INCONCLUSIVE','FAILED');`;

export class Board1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [board, reviews, changes, noting, announcement]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX validation_attempts_failed;
      DROP TRIGGER validation_attempts_ended ON validation_attempts;
      DROP FUNCTION announce_end_of_validation;
      DELETE FROM outbox WHERE queue = 'tasks';
      DROP TABLE board_changes, card_reviews, card_changes, card_comments, cards, board_labels, board_columns, boards;
      DROP FUNCTION note_board_change;`);
  }
}

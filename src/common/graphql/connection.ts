import { type Type } from '@nestjs/common';
import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

/** How long a page may be, whatever its cursor is. */
@ArgsType()
export class PageSizeArgs {
  /** How many, 1 to 100. */
  @Field(() => Int, { defaultValue: 20, description: 'How many, 1 to 100.' })
  @IsInt()
  @Min(1)
  @Max(100)
  first = 20;
}

@ArgsType()
export class PageArgs extends PageSizeArgs {
  @Field(() => ID, { nullable: true, description: 'The `endCursor` of the page before; null for the first page.' })
  @IsOptional()
  @IsUUID()
  after?: string | null;
}

@ObjectType()
export class PageInfo {
  @Field()
  hasNextPage!: boolean;

  @Field(() => ID, { nullable: true })
  endCursor!: string | null;
}

/** Rows of one page, newest first: ids are UUIDv7, so the id is the cursor. */
export interface Page<T> {
  readonly nodes: T[];
  readonly pageInfo: PageInfo;
}

/** `rows` holds one row more than was asked for when there is a next page. */
export function toPage<T extends { id: string }>(rows: readonly T[], first: number): Page<T> {
  const nodes = rows.slice(0, first);
  return { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor: nodes.at(-1)?.id ?? null } };
}

/** The connection type of `node`, named after it. */
export function connectionOf<T>(node: Type<T>, name: string): Type<Page<T>> {
  @ObjectType(`${name}Connection`)
  class Connection implements Page<T> {
    @Field(() => [node])
    nodes!: T[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;
  }
  return Connection;
}

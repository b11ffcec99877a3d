import { Extensions } from '@nestjs/graphql';

export const AT_DOOR = 'atDoor';

/** Somebody stands at a door and waits for this field: it may take the connections that offices leave free. */
export const AtDoor = (): MethodDecorator => Extensions({ [AT_DOOR]: true });

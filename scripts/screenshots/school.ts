import { randomUUID } from 'node:crypto';
import { type ApiClient } from '../client/api-client.js';
import { Desk } from '../client/desk.js';
import { Kiosk } from '../client/kiosk.js';
import { people } from '../demo/people.js';

/** Nobody has these names; the last one is as long as names get. */
const NAMES = [
  'Ada Ejemplo Prueba',
  'Bruno Muestra Ficticio',
  'Carla Modelo Inventada',
  'Diego Supuesto Demo',
  'Elena Figurada Ensayo',
  'Fabio Imaginario Boceto',
  'Gala Hipotética Maqueta',
  'Hugo Aparente Borrador',
  'María de las Nieves Fernández de Córdoba y Martínez-Bordiú',
];

const CHECKPOINTS = [
  { name: 'Puerta norte', liveness: 'PASSIVE' },
  { name: 'Biblioteca', liveness: 'ACTIVE' },
  { name: 'Aula 12 · examen de Cálculo', liveness: 'STRICT', factors: 'FACE_AND_PIN' },
];

/** What the pictures show. */
export interface School {
  /** Of the first person, who has consented and is enrolled. */
  readonly personId: string;
  /** Of somebody who has given no consent. */
  readonly strangerId: string;
  /** A code that opens the first person's own page, once. */
  readonly invite: () => Promise<string>;
  /** Pairs one kiosk at the checkpoint of this name. */
  readonly pairingCode: (checkpoint: string) => Promise<string>;
  readonly card: string;
}

/** Fills an installation with a small school of invented people; the faces are cut from the sample photos of face-api. */
export async function foundSchool(admin: ApiClient): Promise<School> {
  const desk = new Desk(admin);
  const cast = await people();
  const ids = new Map<string, string>();
  for (const checkpoint of CHECKPOINTS) ids.set(checkpoint.name, await checkpointNamed(admin, checkpoint));
  const idOf = (name: string): string => ids.get(name) ?? '';
  const north = idOf('Puerta norte');
  const { personId, card } = await desk.enrol(photosOf(cast.genuine), NAMES[0]);
  const other = await desk.enrol(photosOf([cast.other]), NAMES[1]);
  for (const name of NAMES.slice(2)) await desk.consent(await desk.register(name));
  const strangerId = await desk.register('Iris Postiza Ejemplar');

  const shown = [cast.probe, cast.probe, cast.two, cast.probe, cast.blurred, cast.nobody, cast.probe];
  for (const { jpeg } of shown) await desk.validate(north, card, [jpeg]);
  await desk.validate(north, other.card, [cast.probe.jpeg]);
  await desk.validate(north, 'not a QR of ours', [cast.probe.jpeg]);
  await Kiosk.pair(admin.url, await desk.pairingCode(north, 'Tableta de la puerta norte'));
  return {
    personId,
    strangerId,
    card,
    invite: () => desk.invite(personId),
    pairingCode: (checkpoint) => desk.pairingCode(idOf(checkpoint), 'Tableta de repuesto'),
  };
}

const photosOf = (pictures: readonly { readonly jpeg: Buffer }[]): Buffer[] => pictures.map(({ jpeg }) => jpeg);

async function checkpointNamed(admin: ApiClient, checkpoint: object): Promise<string> {
  const { createCheckpoint } = await admin.ask<{ createCheckpoint: { checkpoint: { id: string } } }>(
    `mutation Checkpoint($input: CreateCheckpointInput!) {
      createCheckpoint(input: $input) { ... on CheckpointCreated { checkpoint { id } } } }`,
    { input: { ...checkpoint, idempotencyKey: randomUUID() } },
  );
  return createCheckpoint.checkpoint.id;
}

import path from 'node:path';
import { type Environment } from '../../config/env.js';
import { identityOfFaceApi, readFaceApiPack } from './face-api/face-api-pack.js';
import { type ModelIdentity } from './face-engine.js';
import { identityOf, packFolder, readPack } from './pack.js';

/** Which model an installation has, by the manifest of its pack: no model is loaded for it. */
export async function modelIdentityOf({
  FACE_ENGINE,
  FACE_PACK,
}: Pick<Environment, 'FACE_ENGINE' | 'FACE_PACK'>): Promise<ModelIdentity> {
  if (FACE_ENGINE === 'onnx') return identityOf(await readPack(FACE_PACK));
  return identityOfFaceApi(await readFaceApiPack(path.join(packFolder('face-api'), 'manifest.json')));
}
